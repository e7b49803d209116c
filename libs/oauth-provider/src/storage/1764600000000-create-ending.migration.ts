import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const tables = (): readonly Table[] => [
  new Table({
    name: 'drawbridge_ending',
    columns: [
      { name: 'number', type: 'bigint', isPrimary: true },
      { name: 'kind', type: 'varchar', length: '16' },
      { name: 'subject', type: 'varchar', length: '255' },
      { name: 'at', type: 'bigint' },
    ],
  }),
  new Table({
    name: 'drawbridge_ending_count',
    columns: [
      { name: 'id', type: 'varchar', length: '16', isPrimary: true },
      { name: 'number', type: 'bigint' },
    ],
  }),
];

/** The tables by which every node hears of every ending. */
export class CreateEnding1764600000000 implements MigrationInterface {
  readonly name = 'CreateEnding1764600000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.dropTable(table);
  }
}
