import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { Contestant } from '../run/contestant.js';
import { load } from '../run/load.js';
import { type BenchPostgres } from '../run/postgres.js';
import { requestsWith } from '../run/requests.js';

/** What remembered tokens take. */
export interface Remembered {
  readonly tokens: number;
  /** All of them together, on the heap and beside it. */
  readonly bytes: number;
  /** How long it took from the last of the requests until their use was written. */
  readonly secondsOfWriting: number;
}

/** Shows a host so many tokens, each once. Another host has made them: what that takes is not measured. */
export async function remember(postgres: BenchPostgres, count: number): Promise<Remembered> {
  const url = await postgres.database('remembered');
  const settings = { platform: 'fastify', kind: 'drawbridge', database: { kind: 'postgres', url } } as const;
  const maker = await Contestant.start('maker', { ...settings, signIns: Math.ceil(count * 1.05), clients: 200 });
  const tokens = maker.ready.live.slice(0, count);
  await maker.stop();
  const host = await Contestant.start('host', { ...settings, signIns: 0 });
  try {
    const common = { port: host.ready.port, connections: 50 };
    await load({ ...common, milliseconds: 5000, next: requestsWith(tokens.slice(0, 1), 200) });
    const before = await bytesIn(host);
    const next = requestsWith(tokens, 200);
    let left = tokens.length;
    await load({ ...common, milliseconds: Infinity, next: () => (left-- > 0 ? next() : null) });
    const secondsOfWriting = await writtenUse(url, count);
    return { tokens: count, bytes: (await bytesIn(host)) - before, secondsOfWriting };
  } finally {
    await host.stop();
  }
}

async function bytesIn(host: Contestant): Promise<number> {
  const { heapUsed, external } = await host.memory();
  return heapUsed + external;
}

/** Waits until the host has written when each grant was used: until then it keeps that in memory, too. */
async function writtenUse(url: string, grants: number): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const began = performance.now();
    for (;;) {
      const { rows } = await client.query<{ used: string }>('SELECT count(last_used_at) AS used FROM drawbridge_grant');
      if (Number(rows[0]?.used) >= grants) return (performance.now() - began) / 1000;
      await sleep(1000);
    }
  } finally {
    await client.end();
  }
}
