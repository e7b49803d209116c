import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** The table that counts failures. Its columns stand in the order in which rate-limiter-flexible writes them. */
export class CreateThrottle1764400000000 implements MigrationInterface {
  readonly name = 'CreateThrottle1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'drawbridge_throttle',
        columns: [
          { name: 'key', type: 'varchar', length: '43', isPrimary: true },
          { name: 'points', type: 'integer' },
          { name: 'expire', type: 'bigint', isNullable: true },
        ],
        indices: [{ name: 'drawbridge_throttle_expire', columnNames: ['expire'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('drawbridge_throttle');
  }
}
