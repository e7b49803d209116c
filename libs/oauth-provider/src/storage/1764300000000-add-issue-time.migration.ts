import { type MigrationInterface, type QueryRunner, TableColumn } from 'typeorm';

/** Families know when their current tokens were issued. Those from before do not, until their next refresh. */
export class AddIssueTime1764300000000 implements MigrationInterface {
  readonly name = 'AddIssueTime1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    const column = new TableColumn({ name: 'issued_at', type: 'bigint', isNullable: true });
    await runner.addColumn('drawbridge_family', column);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropColumn('drawbridge_family', 'issued_at');
  }
}
