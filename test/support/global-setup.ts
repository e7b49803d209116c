import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TestProject } from 'vitest/node';
import { postgresFolders } from '../../scripts/postgres-binaries.mjs';

/** Starts the one PostgreSQL of this test run, unless `DATABASE_URL` names one. Fails where there is none. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_URL?.startsWith('postgres')) {
    project.provide('postgresUrl', process.env.DATABASE_URL);
    return undefined;
  }
  installWherePossible();
  const keeper = spawn(process.execPath, [new URL('postgres-keeper.mjs', import.meta.url).pathname], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  });
  const line = await new Promise<string>((resolve) => createInterface(keeper.stdout).once('line', resolve));
  const answer = JSON.parse(line) as { url?: string; error?: string };
  if (!answer.url) throw new Error(explain(answer.error ?? 'no reason given'));
  project.provide('postgresUrl', answer.url);
  return async () => {
    const gone = new Promise((resolve) => keeper.once('exit', resolve));
    keeper.stdin.end();
    await gone;
  };
}

function installWherePossible(): void {
  if (postgresFolders().length > 0 || process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  const options = { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
  execFileSync('apt-get', ['update', '-q'], options);
  execFileSync('apt-get', ['install', '-y', '-q', 'postgresql'], options);
}

function explain(cause: string): string {
  return (
    'The tests run on SQLite and on PostgreSQL, and no PostgreSQL could be started. Install one (its initdb and ' +
    'postgres are looked for under /usr/lib/postgresql and on PATH), or set DATABASE_URL to an empty server of ' +
    `which the tests may create and drop databases. The cause: ${cause}`
  );
}
