import { Agent, get } from 'node:http';
import { type HttpSession } from '../../support/http-session.js';
import { median } from '../run/results.js';
import { baseline, type Visit } from './visits.js';

/** What a page took, in milliseconds. */
export interface Measured {
  readonly page: string;
  readonly p50: number;
  readonly p99: number;
  /** Of the baseline's p50. */
  readonly ratio: number;
  /** CPU time of one request, of server and database together, in milliseconds: steadier where the machine does other work. */
  readonly cpu: number;
  /** Of the answer, in bytes. */
  readonly bytes: number;
}

/** CPU time that server and database have taken so far, in milliseconds. */
export type CpuClock = () => number;

/** Who asks, each signed in. */
export type Sessions = Readonly<Record<Visit['by'], HttpSession>>;

const rounds = 10;

/** Asks for all pages, one request at a time, in rounds, so that what else the machine does falls on all of them. */
export async function measure(
  visits: readonly Visit[],
  sessions: Sessions,
  { requests, cpuOf }: { readonly requests: number; readonly cpuOf: CpuClock },
): Promise<readonly Measured[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const all = [baseline, ...visits].map((visit) => ({ visit, times: [] as number[], cpu: 0, bytes: 0 }));
  try {
    for (let round = -1; round < rounds; round++) {
      for (const one of all) {
        const before = cpuOf();
        for (let count = 0; count < requests / rounds; count++) {
          const { milliseconds, body } = await timed(one.visit, sessions[one.visit.by], agent);
          if (!one.visit.says.test(body))
            throw new Error(`${one.visit.name} does not say ${String(one.visit.says)}: ${body.slice(0, 500)}`);
          if (round >= 0) one.times.push(milliseconds);
          one.bytes = Buffer.byteLength(body);
        }
        if (round >= 0) one.cpu += cpuOf() - before;
      }
    }
  } finally {
    agent.destroy();
  }
  const base = median(all[0]?.times ?? []);
  return all.map(({ visit, times, cpu, bytes }) => {
    const p50 = median(times);
    return { page: visit.name, p50, p99: centile(times, 0.99), ratio: p50 / base, cpu: cpu / times.length, bytes };
  });
}

const centile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

async function timed({ name, path }: Visit, session: HttpSession, agent: Agent) {
  const cookie = [...session.cookies].map((pair) => pair.join('=')).join('; ');
  const began = performance.now();
  return new Promise<{ milliseconds: number; body: string }>((resolve, reject) => {
    const request = get(session.base + path, { agent, headers: { cookie, accept: 'text/html' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const milliseconds = performance.now() - began;
        const body = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve({ milliseconds, body });
        else reject(new Error(`${name} answers ${String(response.statusCode)}: ${body.slice(0, 500)}`));
      });
    });
    request.once('error', reject);
  });
}
