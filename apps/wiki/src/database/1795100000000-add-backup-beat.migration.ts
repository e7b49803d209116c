import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Lets a backup's node say that it is still at work, so that another node knows when it is not. */
export class AddBackupBeat1795100000000 implements MigrationInterface {
  readonly name = 'AddBackupBeat1795100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('wiki_backup_job', new TableColumn({ name: 'beat_at', type: 'bigint', isNullable: true }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('wiki_backup_job', 'beat_at');
  }
}
