import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** Who let a client in is read in the order of their last yes, page by page, without sorting all of them. */
export class AddListIndexes1764700000000 implements MigrationInterface {
  readonly name = 'AddListIndexes1764700000000';

  async up(runner: QueryRunner): Promise<void> {
    const columnNames = ['client_id', 'updated_at', 'id'];
    await runner.createIndex('drawbridge_grant', new TableIndex({ name: 'drawbridge_grant_latest', columnNames }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('drawbridge_grant', 'drawbridge_grant_latest');
  }
}
