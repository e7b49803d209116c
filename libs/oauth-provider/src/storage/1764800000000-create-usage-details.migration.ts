import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

const clientId = { name: 'client_id', type: 'varchar', length: '32', isPrimary: true };
const day = { name: 'day', type: 'varchar', length: '10', isPrimary: true };
const requests = { name: 'requests', type: 'integer' };
const refusals = { name: 'refusals', type: 'integer' };

const tables = (): readonly Table[] => [
  new Table({
    name: 'drawbridge_usage_hour',
    columns: [clientId, { name: 'hour', type: 'varchar', length: '13', isPrimary: true }, requests, refusals],
  }),
  new Table({
    name: 'drawbridge_usage_route',
    columns: [clientId, day, { name: 'route', type: 'varchar', length: '255', isPrimary: true }, requests, refusals],
  }),
  new Table({
    name: 'drawbridge_usage_refusal',
    columns: [clientId, day, { name: 'reason', type: 'varchar', length: '32', isPrimary: true }, refusals],
  }),
  new Table({
    name: 'drawbridge_secret_use',
    columns: [
      { name: 'secret_id', type: 'varchar', length: '32', isPrimary: true },
      { name: 'address', type: 'varchar', length: '64', isPrimary: true },
      { name: 'agent', type: 'varchar', length: '120', isPrimary: true },
      { name: 'last_used_at', type: 'bigint' },
    ],
  }),
];

/** The tables of use by hour, by route and by reason of refusal, and of who uses which secret. */
export class CreateUsageDetails1764800000000 implements MigrationInterface {
  readonly name = 'CreateUsageDetails1764800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of tables()) await runner.dropTable(table);
  }
}
