import Libsql from 'libsql';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { type FreshDatabase } from '../../support/databases.js';
import { rowsOf, type Size } from './rows.js';

/** Fills the database of a wiki that has been started once and does not run. Answers the seconds it took. */
export async function fill({ url, dataDir }: FreshDatabase, size: Size, busyPerson: string): Promise<number> {
  const dataSource = await new DataSource(
    url
      ? { type: 'postgres', url }
      : { type: 'better-sqlite3', driver: Libsql, database: join(dataDir, 'wiki.sqlite'), enableWAL: true },
  ).initialize();
  try {
    const began = performance.now();
    const [busy] = await dataSource.query<{ id: string }[]>(
      `SELECT id FROM wiki_person WHERE username = '${busyPerson}'`,
    );
    if (!busy) throw new Error(`There is no account "${busyPerson}".`);
    for (const { table, count, row } of rowsOf(size, Date.now(), busy.id)) {
      await dataSource.query(`INSERT INTO ${table} (${Object.keys(row).join(', ')})
        WITH RECURSIVE series(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM series WHERE n < ${(count - 1).toString()})
        SELECT ${Object.values(row).join(', ')} FROM (SELECT ${url ? 'n::bigint AS n' : 'n'} FROM series) AS numbered`);
    }
    await dataSource.query(url ? 'VACUUM ANALYZE' : 'ANALYZE');
    return (performance.now() - began) / 1000;
  } finally {
    await dataSource.destroy();
  }
}
