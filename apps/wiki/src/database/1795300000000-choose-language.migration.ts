import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Lets people choose their language and their time zone. */
export class ChooseLanguage1795300000000 implements MigrationInterface {
  readonly name = 'ChooseLanguage1795300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('wiki_person', [
      new TableColumn({ name: 'language', type: 'varchar', length: '35', isNullable: true }),
      new TableColumn({ name: 'time_zone', type: 'varchar', length: '64', isNullable: true }),
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumns('wiki_person', ['language', 'time_zone']);
  }
}
