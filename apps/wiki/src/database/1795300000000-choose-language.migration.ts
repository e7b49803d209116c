import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Lets people choose their language and their time zone. In SQL that both databases know: to change a column with the Table API, SQLite makes
 * the table anew and drops the old one, and with it goes every row that depends on a person.
 */
export class ChooseLanguage1795300000000 implements MigrationInterface {
  readonly name = 'ChooseLanguage1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wiki_person ADD COLUMN language varchar(35)');
    await runner.query('ALTER TABLE wiki_person ADD COLUMN time_zone varchar(64)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE wiki_person DROP COLUMN time_zone');
    await runner.query('ALTER TABLE wiki_person DROP COLUMN language');
  }
}
