import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What lets an answer be given again is a seed, and no encrypted answer any more. Neither can be read as the other. */
export class KeepReplaySeed1765100000000 implements MigrationInterface {
  readonly name = 'KeepReplaySeed1765100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE drawbridge_family RENAME COLUMN replay_answer TO replay_seed');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE drawbridge_family RENAME COLUMN replay_seed TO replay_answer');
  }
}
