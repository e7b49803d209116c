import { type Client } from 'pg';
import { type Rows } from './rows.js';

/** So many steps mix the kinds of rows of a table, so that none of them lies in one place. */
const steps = 1000;

/**
 * Fills a table beside what it holds already: without its indexes, which are made again in the end. Rows that were there
 * lie scattered among the others afterwards, as rows do that are used now in a table that has long been.
 */
export async function fillTable(client: Client, table: string, kinds: readonly Rows[]): Promise<void> {
  await client.query(`CREATE TEMP TABLE made AS SELECT row_number() OVER () - 1 AS place, * FROM ${table}`);
  await client.query('ALTER TABLE made ADD PRIMARY KEY (place)');
  const columns = await columnsOf(client, table);
  const made = await countOf(client, 'made');
  const indexes = await takeIndexes(client, table);
  await client.query(`ALTER TABLE ${table} SET (autovacuum_enabled = false)`);
  await client.query(`TRUNCATE ${table}`);
  for (let step = 0; step < steps; step++) {
    const range = (count: number) => [Math.floor((count * step) / steps), Math.floor((count * (step + 1)) / steps) - 1];
    for (const { count, row } of kinds) {
      const insert = `INSERT INTO ${table} (${Object.keys(row).join(', ')})
        SELECT ${Object.values(row).join(', ')} FROM generate_series($1::bigint, $2::bigint) n`;
      await client.query(insert, range(count));
    }
    const back = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM made WHERE place BETWEEN $1 AND $2`;
    await client.query(back, range(made));
  }
  for (const index of indexes) await client.query(index);
  await client.query('DROP TABLE made');
  await client.query(`ALTER TABLE ${table} RESET (autovacuum_enabled)`);
  await client.query(`VACUUM (ANALYZE) ${table}`);
}

async function columnsOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT quote_ident(attname) AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped',
    [table],
  );
  return rows.map(({ name }) => name).join(', ');
}

async function countOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
  return Number(rows[0]?.count);
}

/** Takes all indexes of a table away. Answers what makes them again. */
async function takeIndexes(client: Client, table: string): Promise<readonly string[]> {
  const keys = await client.query<{ name: string; definition: string }>(
    `SELECT quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
      WHERE conrelid = $1::regclass AND contype IN ('p', 'u')`,
    [table],
  );
  for (const { name } of keys.rows) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  const others = await client.query<{ name: string; definition: string }>(
    'SELECT quote_ident(indexname) AS name, indexdef AS definition FROM pg_indexes WHERE tablename = $1',
    [table],
  );
  for (const { name } of others.rows) await client.query(`DROP INDEX ${name}`);
  return [
    ...keys.rows.map(({ name, definition }) => `ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`),
    ...others.rows.map(({ definition }) => definition),
  ];
}
