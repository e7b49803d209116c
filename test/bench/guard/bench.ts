/**
 * `npm run bench:guard`: what the guard itself takes, called without a server around it. CPU time of the process in microseconds a
 * call, the middle of the rounds; steadier than any ratio of requests, so that a change of a tenth shows.
 */
import 'reflect-metadata';
import { EventEmitter } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { BearerGuard } from 'nestjs-drawbridge/oauth-provider';
import { BenchController } from '../host/bench.controller.js';
import { drawbridge } from '../host/drawbridge.host.js';
import { type ContestantSettings } from '../host/protocol.js';
import { startPostgres } from '../run/postgres.js';
import { median } from '../run/results.js';
import { forged } from '../run/workloads/guarded-route.js';

const rounds = 7;
const callsOfARound = 100_000;
/** So many are under way at once, as behind as many connections. */
const together = 50;

const answer = Object.getOwnPropertyDescriptor(BenchController.prototype, 'answer')?.value as () => unknown;

/** As much of an answer as the guard looks at. It has to be closed: what is not stays open, and is kept. */
class Answer {
  readonly raw = Object.assign(new EventEmitter(), { writableFinished: false, destroyed: false, headersSent: false });

  header(): this {
    return this;
  }
}

/** A call of the measured route with this token; the empty token is none. */
function callWith(token: string, response: Answer): ExecutionContextHost {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const request = { method: 'GET', url: '/bench', headers };
  return new ExecutionContextHost([request, response], BenchController, answer);
}

/** Microseconds of CPU for one call, in the middle of the rounds. */
async function measure(guard: BearerGuard, tokens: readonly string[], isGood: boolean): Promise<number> {
  const call = async (token: string): Promise<void> => {
    const response = new Answer();
    const isLetIn = await guard.canActivate(callWith(token, response)).catch(() => false);
    response.raw.emit('close');
    if (isLetIn !== isGood) throw new Error(isGood ? 'A good token was refused.' : 'A forged token was let in.');
  };
  const spent: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    for (let first = 0; first < callsOfARound; first += together) {
      const batch = Array.from({ length: together }, (_, index) => tokens[(first + index) % tokens.length] ?? '');
      await Promise.all(batch.map(call));
      await turnOfTheLoop();
    }
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / callsOfARound);
  }
  return median(spent);
}

/** Prints what the guard takes of a process with this database. */
async function report(title: string, database: NonNullable<ContestantSettings['database']>): Promise<void> {
  const host = drawbridge({ platform: 'express', kind: 'drawbridge', database, signIns: 1020 });
  const app = await NestFactory.create(host.module, { logger: ['error'] });
  await app.init();
  const { live } = await host.seed(app);
  const guard = app.get(BearerGuard);
  const workloads = [
    ['no token', [''], true],
    ['one token', live.slice(0, 1), true],
    ['1,000 tokens', live, true],
    ['forged tokens', live.map(forged), false],
  ] as const;
  for (const [name, tokens, isGood] of workloads) {
    console.log(`${title.padEnd(12)}${name.padEnd(16)}${(await measure(guard, tokens, isGood)).toFixed(2)} µs`);
  }
  await app.close();
}

const folder = await mkdtemp(join(tmpdir(), 'drawbridge-guard-'));
const postgres = await startPostgres();
try {
  await report('PostgreSQL', { kind: 'postgres', url: await postgres.database('guard') });
  await report('SQLite', { kind: 'sqlite', folder });
} finally {
  postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
