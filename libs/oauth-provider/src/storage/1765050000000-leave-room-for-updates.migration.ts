import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rows that change with nearly every use, and when what is dead among them is removed. */
const settings = {
  drawbridge_family: { autovacuum_vacuum_scale_factor: 0.02 },
  // Counted from an index alone, which asks the rows of a page that changed until it has been vacuumed.
  drawbridge_grant: { autovacuum_vacuum_scale_factor: 0, autovacuum_vacuum_threshold: 1000 },
  drawbridge_client: { autovacuum_vacuum_scale_factor: 0.02 },
  drawbridge_client_secret: { autovacuum_vacuum_scale_factor: 0.02 },
};

/**
 * Leaves room in each page of PostgreSQL, so that a changed row stays in its page and no index hears of it: none of the columns that
 * change is in one. And has what is dead removed before a large table holds a fifth of it, which is the usual measure. Rows that are
 * there move as they change.
 */
export class LeaveRoomForUpdates1765050000000 implements MigrationInterface {
  readonly name = 'LeaveRoomForUpdates1765050000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.alter(runner, (values) => `SET (${values.map(([name, value]) => `${name} = ${value}`).join(', ')})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.alter(runner, (values) => `RESET (${values.map(([name]) => name).join(', ')})`);
  }

  private async alter(runner: QueryRunner, how: (values: readonly [string, number][]) => string): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    for (const [table, more] of Object.entries(settings)) {
      await runner.query(`ALTER TABLE ${table} ${how(Object.entries({ fillfactor: 75, ...more }))}`);
    }
  }
}
