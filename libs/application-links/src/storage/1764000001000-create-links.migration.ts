import { type MigrationInterface, type QueryRunner, Table, TableIndex } from 'typeorm';

const table = (): Table =>
  new Table({
    name: 'drawbridge_link',
    columns: [
      { name: 'id', type: 'varchar', length: '32', isPrimary: true },
      { name: 'client_id', type: 'varchar', length: '32' },
      { name: 'name_key', type: 'varchar', length: '400' },
      { name: 'description', type: 'text' },
      { name: 'version', type: 'integer' },
      { name: 'created_at', type: 'bigint' },
      { name: 'updated_by', type: 'varchar', length: '255', isNullable: true },
      { name: 'updated_at', type: 'bigint' },
    ],
    indices: [
      new TableIndex({ name: 'drawbridge_link_client', columnNames: ['client_id'], isUnique: true }),
      new TableIndex({ name: 'drawbridge_link_name', columnNames: ['name_key'], isUnique: true }),
    ],
  });

/** The table of links as of 0.1. */
export class CreateLinks1764000001000 implements MigrationInterface {
  readonly name = 'CreateLinks1764000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table());
  }
}
