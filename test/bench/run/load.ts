import { connect, type Socket } from 'node:net';

/** What came of a load. */
export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** In milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** One request. */
export interface Ask {
  readonly text: string;
  /** Called with the status, and when the request was sent. */
  readonly answered?: (status: number, sentAt: number) => void;
}

/** A load to put on a server. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  readonly next: () => Ask;
}

const headerEnd = Buffer.from('\r\n\r\n');

/** Sends one request after another over each of some keep-alive connections, as fast as they are answered. */
export async function load({ port, connections, milliseconds, next }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  const began = performance.now();
  const end = began + milliseconds;

  const drive = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      let asked: Ask;
      let pending: Buffer = Buffer.alloc(0);
      const send = (): void => {
        sentAt = performance.now();
        if (sentAt >= end) {
          socket.end();
          resolve();
        } else {
          asked = next();
          sentAt = performance.now();
          socket.write(asked.text);
        }
      };
      socket.on('data', (chunk) => {
        pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
        const head = pending.indexOf(headerEnd);
        if (head < 0 || pending.length < head + 4 + lengthIn(pending, head)) return;
        const status = Number(pending.toString('latin1', 9, 12));
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        asked.answered?.(status, sentAt);
        latencies.push(performance.now() - sentAt);
        pending = Buffer.alloc(0);
        send();
      });
      socket.once('error', reject);
      socket.once('connect', send);
    });

  await Promise.all(
    Array.from({ length: connections }, () => drive(connect({ port, host: '127.0.0.1', noDelay: true }))),
  );
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
  return { requests: latencies.length, seconds, statuses, p50: at(0.5), p99: at(0.99) };
}

function lengthIn(answer: Buffer, end: number): number {
  const [, length] = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, end)) ?? [];
  if (length === undefined) throw new Error('An answer came without Content-Length.');
  return Number(length);
}
