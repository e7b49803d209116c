import { Client } from 'pg';
import { type Contestant } from '../run/contestant.js';
import { load } from '../run/load.js';
import { requestsWith } from '../run/requests.js';
import { median } from '../run/results.js';

/** How requests fared while the storage was cleaned, and while it was not. */
export interface CleaningUnderLoad {
  /** In milliseconds: the medians of all windows. */
  readonly p99Without: number;
  readonly p99During: number;
  readonly requestsPerSecond: number;
  /** How long was cleaned, the windows between not counted. */
  readonly seconds: number;
  readonly removed: number;
  /** Whether the round came to its end. */
  readonly isOver: boolean;
}

/** How long is cleaned at a stretch, and how long then is not; and how often at most. */
export interface Windows {
  readonly milliseconds: number;
  readonly pairs: number;
}

/** A host and its storage. */
export interface CleanedHost {
  readonly contestant: Contestant;
  readonly url: string;
}

/** Connections with a rest after each answer: far from what the host could bear, so that latency is not a queue. */
const connections = 10;
const pause = 25;

/** Lets a host clean, in windows that take turns with windows without, as often as is wanted or until nothing is dead. */
export async function cleanUnderLoad({ contestant, url }: CleanedHost, windows: Windows): Promise<CleaningUnderLoad> {
  const { milliseconds, pairs } = windows;
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const before = await rowsIn(client);
    const [without, during]: [number[], number[]] = [[], []];
    let [requests, seconds, cleaned, isOver] = [0, 0, 0, false];
    const tokens = contestant.ready.live.slice(0, 1000);
    for (let pair = 0; pair < pairs && !isOver; pair++) {
      const steady = { port: contestant.ready.port, connections, pause, next: requestsWith(tokens, 200), milliseconds };
      const calm = await load(steady);
      without.push(calm.p99);
      const began = performance.now();
      const cleaning = contestant.carryOut({ do: 'clean', milliseconds }).then(() => performance.now() - began);
      const busy = await load(steady);
      cleaned += await cleaning;
      during.push(busy.p99);
      requests += calm.requests + busy.requests;
      seconds += calm.seconds + busy.seconds;
      const progress = await progressIn(client);
      isOver = progress === null;
      const p99 = `p99 ${calm.p99.toFixed(1)} ms, during ${busy.p99.toFixed(1)} ms`;
      process.stderr.write(`cleaned for ${(cleaned / 1000).toFixed(0)} s, ${p99}: ${progress ?? 'over'}\n`);
    }
    return {
      p99Without: median(without),
      p99During: median(during),
      requestsPerSecond: requests / seconds,
      seconds: cleaned / 1000,
      removed: before - (await rowsIn(client)),
      isOver,
    };
  } finally {
    await client.end();
  }
}

/** How far a round that has begun has come; `null` once it is over. */
async function progressIn(client: Client): Promise<string | null> {
  const { rows } = await client.query<{ progress: string | null }>('SELECT progress FROM drawbridge_cleaning_turn');
  return rows[0]?.progress ?? null;
}

const cleanedTables = ['family', 'remembered_consent', 'client_secret', 'used_ticket'];

async function rowsIn(client: Client): Promise<number> {
  const counts = cleanedTables.map((table) => `(SELECT count(*) FROM drawbridge_${table})`).join(' + ');
  const { rows } = await client.query<{ count: string }>(`SELECT ${counts} AS count`);
  return Number(rows[0]?.count);
}
