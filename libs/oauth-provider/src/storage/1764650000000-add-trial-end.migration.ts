import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Grants know whether they were made to try a link, and until when they may stay. */
export class AddTrialEnd1764650000000 implements MigrationInterface {
  readonly name = 'AddTrialEnd1764650000000';

  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'trial_until', type: 'bigint', isNullable: true });
    await runner.addColumn('drawbridge_grant', column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('drawbridge_grant', 'trial_until');
  }
}
