import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rows that change with nearly every use. None of the columns that change then is in an index. */
const tables = ['drawbridge_family', 'drawbridge_grant', 'drawbridge_client', 'drawbridge_client_secret'];

/**
 * Leaves room in each page of PostgreSQL, so that a changed row stays in its page and no index hears of it; and has what is dead
 * removed before a large table holds a fifth of it, which is the usual measure. Rows that are there move as they change.
 */
export class LeaveRoomForUpdates1765050000000 implements MigrationInterface {
  readonly name = 'LeaveRoomForUpdates1765050000000';

  async up(runner: QueryRunner): Promise<void> {
    await this.alter(runner, 'SET (fillfactor = 75, autovacuum_vacuum_scale_factor = 0.02)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.alter(runner, 'RESET (fillfactor, autovacuum_vacuum_scale_factor)');
  }

  private async alter(runner: QueryRunner, how: string): Promise<void> {
    if (runner.connection.options.type !== 'postgres') return;
    for (const table of tables) await runner.query(`ALTER TABLE ${table} ${how}`);
  }
}
