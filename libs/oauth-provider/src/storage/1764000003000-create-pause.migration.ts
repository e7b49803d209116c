import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const table = (): Table =>
  new Table({
    name: 'drawbridge_pause',
    columns: [
      { name: 'id', type: 'varchar', length: '16', isPrimary: true },
      { name: 'since', type: 'bigint' },
    ],
  });

/** The row that turns applications away on every node. */
export class CreatePause1764000003000 implements MigrationInterface {
  readonly name = 'CreatePause1764000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table());
  }
}
