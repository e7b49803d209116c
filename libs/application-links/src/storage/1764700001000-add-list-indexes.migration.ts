import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** The list of links is read in the order in which they were made, page by page, without sorting all of them. */
export class AddListIndexes1764700001000 implements MigrationInterface {
  readonly name = 'AddListIndexes1764700001000';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['created_at'];
    await runner.createIndex('drawbridge_link', new TableIndex({ name: 'drawbridge_link_created', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('drawbridge_link', 'drawbridge_link_created');
  }
}
