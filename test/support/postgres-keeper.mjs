/**
 * Keeps one PostgreSQL for a test run in a process of its own, with the settings given as arguments (`name=value`) and
 * what spares time: prints its address as one line of JSON, and takes the server and its folder away as soon as standard
 * input ends, which also happens when the test run is killed.
 */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { postgresFolders } from '../../scripts/postgres-binaries.mjs';

const nobody = 65534;
const identity = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
const folder = mkdtempSync(join(tmpdir(), 'drawbridge-postgres-'));
let server;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Whether it takes statements: it listens before it does. */
async function answers(url) {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 500 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function start(binaries) {
  const data = join(folder, 'data');
  rmSync(data, { recursive: true, force: true });
  const options = { ...identity, cwd: folder, env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' } };
  execFileSync(
    join(binaries, 'initdb'),
    ['-D', data, '-U', 'drawbridge', '-A', 'trust', '-E', 'UTF8', '--no-locale', '--no-sync'],
    { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const port = await freePort();
  const usual = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
  const settings = [...usual, ...process.argv.slice(2)];
  const flags = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', '', ...settings.flatMap((s) => ['-c', s])];
  server = spawn(join(binaries, 'postgres'), flags, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const url = `postgres://drawbridge@127.0.0.1:${port}/postgres`;
  let complaint = '';
  server.stderr.on('data', (text) => (complaint = (complaint + text).slice(-2000)));
  for (let wait = 0; wait < 300; wait++) {
    if (server.exitCode !== null) throw new Error(complaint);
    if (await answers(url)) return url;
    await sleep(100);
  }
  throw new Error(`PostgreSQL does not answer after 30 s. ${complaint}`);
}

async function startAny() {
  const failures = [];
  for (const binaries of postgresFolders()) {
    try {
      return await start(binaries);
    } catch (error) {
      failures.push(`${binaries}: ${error.message}`);
    }
  }
  throw new Error(failures.join('\n') || 'No initdb under /usr/lib/postgresql or on PATH.');
}

async function leave(code) {
  if (server && server.exitCode === null) {
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGQUIT');
    await Promise.race([gone, sleep(5000)]);
  }
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(1));
process.stdin.resume().once('close', () => leave(0));

try {
  chmodSync(folder, 0o700);
  if (identity.uid) chownSync(folder, identity.uid, identity.gid);
  process.stdout.write(`${JSON.stringify({ url: await startAny() })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error.message })}\n`);
  await leave(1);
}
