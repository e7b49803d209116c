import { type MigrationInterface, type QueryRunner, Table } from 'typeorm';

/** Makes the table that counts failed sign-ins. */
export class CountFailedSignIns1795200000000 implements MigrationInterface {
  readonly name = 'CountFailedSignIns1795200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(
      new Table({
        name: 'wiki_failed_sign_ins',
        columns: [
          { name: 'key', type: 'varchar', length: '43', isPrimary: true },
          { name: 'points', type: 'integer' },
          { name: 'expire', type: 'bigint', isNullable: true },
        ],
        indices: [{ name: 'wiki_failed_sign_ins_expire', columnNames: ['expire'] }],
      }),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('wiki_failed_sign_ins');
  }
}
