import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const table = (): Table =>
  new Table({
    name: 'drawbridge_cleaning_turn',
    columns: [
      { name: 'id', type: 'varchar', length: '16', isPrimary: true },
      { name: 'holder', type: 'varchar', length: '32', isNullable: true },
      { name: 'held_until', type: 'bigint' },
      { name: 'due_at', type: 'bigint' },
      { name: 'progress', type: 'text', isNullable: true },
    ],
  });

/** The row by which one node at a time cleans. */
export class CreateCleaningTurn1764000002000 implements MigrationInterface {
  readonly name = 'CreateCleaningTurn1764000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(table());
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable(table());
  }
}
