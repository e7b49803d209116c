import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** The table of answers that are remembered. */
export class CreateRememberedConsent1764500000000 implements MigrationInterface {
  readonly name = 'CreateRememberedConsent1764500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'drawbridge_remembered_consent',
        columns: [
          { name: 'grant_id', type: 'varchar', length: '32', isPrimary: true },
          { name: 'question', type: 'varchar', length: '43', isPrimary: true },
          { name: 'client_updated_at', type: 'bigint' },
          { name: 'scopes', type: 'varchar', length: '64' },
          { name: 'answered_at', type: 'bigint' },
          { name: 'expires_at', type: 'bigint' },
          { name: 'uses', type: 'integer' },
          { name: 'counted_since', type: 'bigint' },
        ],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('drawbridge_remembered_consent');
  }
}
