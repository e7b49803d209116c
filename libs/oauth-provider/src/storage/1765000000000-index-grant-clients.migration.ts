import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/** How many people let each client in is counted from this index alone: with nothing else in it, it is an eighth of the others. */
export class IndexGrantClients1765000000000 implements MigrationInterface {
  readonly name = 'IndexGrantClients1765000000000';

  async up(runner: QueryRunner): Promise<void> {
    const index = new TableIndex({ name: 'drawbridge_grant_client', columnNames: ['client_id'] });
    await runner.createIndex('drawbridge_grant', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('drawbridge_grant', 'drawbridge_grant_client');
  }
}
