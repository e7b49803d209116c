import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A PostgreSQL of its own. */
export interface BenchPostgres {
  /** The address of a new, empty database. */
  database(name: string): Promise<string>;
  /** CPU time of all its processes so far, in microseconds; `NaN` where there is no /proc. */
  cpu(): number;
  stop(): void;
}

/** Starts PostgreSQL as the tests do, with some more settings (`name=value`). */
export async function startPostgres(...settings: readonly string[]): Promise<BenchPostgres> {
  const program = new URL('../../../../test/support/postgres-keeper.mjs', import.meta.url).pathname;
  const keeper = spawn(process.execPath, [program, ...settings], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line = await new Promise<string>((resolve) => createInterface(keeper.stdout).once('line', resolve));
  const { url, error } = JSON.parse(line) as { url?: string; error?: string };
  if (!url) throw new Error(`PostgreSQL could not be started. ${error ?? ''}`);
  return {
    cpu: () => cpuBelow(keeper.pid ?? 0),
    stop: () => keeper.stdin.end(),
    async database(name) {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const own = new URL(url);
      own.pathname = name;
      return own.href;
    },
  };
}

const ticksToMicroseconds = 10_000;

/** CPU time of the descendants of a process, those included that have ended meanwhile (proc_pid_stat(5)). */
function cpuBelow(root: number): number {
  try {
    const all = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap(statOf);
    const below = (pid: number): number =>
      all.filter(({ parent }) => parent === pid).reduce((sum, one) => sum + one.ticks + below(one.pid), 0);
    return below(root) * ticksToMicroseconds;
  } catch {
    return NaN;
  }
}

/** CPU time of one process so far, in microseconds; `NaN` where there is no /proc. */
export const processCpu = (pid: number): number => (statOf(pid.toString())[0]?.ticks ?? NaN) * ticksToMicroseconds;

function statOf(name: string): readonly { readonly pid: number; readonly parent: number; readonly ticks: number }[] {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
    return [{ pid: Number(name), parent: Number(fields[1]), ticks }];
  } catch {
    return []; // it has ended meanwhile
  }
}
