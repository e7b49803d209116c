/**
 * `npm run bench:pages [-- --quick --requests N --json FILE]`: how long the server takes for each page of a wiki with 10,000 links, 100,000
 * grants and 1,000,000 events, on SQLite and on PostgreSQL. Fails where the list of links takes 50 ms or more.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FreshDatabase } from '../../support/databases.js';
import { Administration } from '../../support/administration.js';
import { HttpSession } from '../../support/http-session.js';
import { WikiProcess } from '../../support/wiki-process.js';
import { processCpu, startPostgres } from '../run/postgres.js';
import { fill } from './filling.js';
import { measure } from './measuring.js';
import { pagesOptions } from './options.js';
import { idOf } from './rows.js';
import { missedBy, type Results, tableOf } from './report.js';
import { linkLookedAt, visitsTo } from './visits.js';

const { size, requests, json } = pagesOptions();
const visits = visitsTo(size);
const postgres = await startPostgres();

/** A secret that can be shown, for the link whose credentials are asked for. */
async function giveSecret(session: HttpSession): Promise<void> {
  const path = `/rest/application-links/latest/links/${idOf('link', linkLookedAt)}/secrets`;
  const { status, text } = await (await Administration.of(session)).send('POST', path, { overlapSeconds: 0 });
  if (status !== 201) throw new Error(`No secret was created: ${status.toString()} ${text}`);
}

async function run(database: string, url?: string): Promise<Results> {
  const dataDir = await mkdtemp(join(tmpdir(), 'drawbridge-pages-'));
  const fresh: FreshDatabase = { url, dataDir, drop: () => rm(dataDir, { recursive: true, force: true }) };
  let wiki: WikiProcess | undefined;
  try {
    wiki = await WikiProcess.start({ database: fresh });
    await wiki.stop();
    const seconds = await fill(fresh, size, 'writer');
    process.stderr.write(`${database} is filled in ${seconds.toFixed(0)} s\n`);
    await wiki.restart();
    const signIn = (username: string) => new HttpSession(wiki?.url ?? '').signIn(username);
    const { pid } = wiki;
    const cpuOf = () => (processCpu(pid) + (url ? postgres.cpu() : 0)) / 1000;
    const sessions = { sysadmin: await signIn('sysadmin'), writer: await signIn('writer') };
    await giveSecret(sessions.sysadmin);
    return { database, pages: await measure(visits, sessions, { requests, cpuOf }) };
  } finally {
    await wiki?.stop();
    await fresh.drop();
  }
}

try {
  const results = [await run('SQLite'), await run('PostgreSQL', await postgres.database('pages'))];
  for (const one of results) console.log(`${tableOf(one)}\n`);
  if (json) await writeFile(json, `${JSON.stringify(results, null, 2)}\n`);
  const missed = results.flatMap((one) => missedBy(one, visits).map((page) => ({ database: one.database, ...page })));
  for (const { database, page, p50, cpu } of missed)
    console.log(`MISSED  ${page} on ${database}: ${p50.toFixed(1)} ms, ${cpu.toFixed(1)} of them CPU, goal 50`);
  if (missed.length === 0) console.log('reached  every page of the list under 50 ms');
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  postgres.stop();
}
