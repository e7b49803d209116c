import { Client } from 'pg';
import { fillTable } from './filling.js';
import { rowsOf, type Size } from './rows.js';

/** What a storage has grown to. */
export interface Grown {
  readonly seconds: number;
  readonly gigabytes: number;
}

/** Grows a storage that a host has begun, while nobody asks the host anything. Says of each table how large it is. */
export async function grow(url: string, size: Size): Promise<Grown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`SET maintenance_work_mem = '1GB'`);
    const began = performance.now();
    for (const [table, kinds] of Object.entries(rowsOf(size, Date.now()))) {
      const since = performance.now();
      await fillTable(client, table, kinds);
      const [all, bytes] = [kinds.reduce((sum, { count }) => sum + count, 0), await bytesOf(client, table)];
      const seconds = ((performance.now() - since) / 1000).toFixed(0);
      console.log(`${table}: ${all.toLocaleString('en')} rows more, ${inGigabytes(bytes)} GB, in ${seconds} s`);
    }
    const { rows } = await client.query<{ bytes: string }>('SELECT pg_database_size(current_database()) AS bytes');
    return { seconds: (performance.now() - began) / 1000, gigabytes: Number(rows[0]?.bytes) / 1e9 };
  } finally {
    await client.end();
  }
}

async function bytesOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ bytes: string }>('SELECT pg_total_relation_size($1::regclass) AS bytes', [
    table,
  ]);
  return Number(rows[0]?.bytes);
}

const inGigabytes = (bytes: number): string => (bytes / 1e9).toFixed(2);
