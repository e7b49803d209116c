/** What both measurements share. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareDatabase } from './host.mjs';

const program = fileURLToPath(new URL('process.mjs', import.meta.url));

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const rounded = (value, digits = 0) => Number(value.toFixed(digits));

/** Starts a host in a process of its own; answers how long that took, and where it is reached. */
export async function hostProcess(options) {
  const child = fork(program, [JSON.stringify(options)]);
  const [told] = await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => Promise.reject(new Error(`A host ended with ${code} before it served.`))),
  ]);
  const end = async () => {
    child.disconnect();
    await once(child, 'exit');
  };
  const cpu = async () => {
    child.send('cpu');
    const [{ cpu: used }] = await once(child, 'message');
    return used.user + used.system;
  };
  return { ...told, cpu, end };
}

/** Lends a database with all tables to `use`. */
export async function withDatabase(use) {
  const folder = mkdtempSync(join(tmpdir(), 'drawbridge-bench-'));
  try {
    const database = join(folder, 'bench.db');
    await prepareDatabase(database);
    return await use(database);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
