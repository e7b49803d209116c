import { connect, type Socket } from 'node:net';
import { WrongAnswer } from './wrong-answer.js';

/** What came of a load. */
export interface LoadResult {
  /** How many were answered and counted. */
  readonly requests: number;
  /** The same with those that only went along. */
  readonly allRequests: number;
  readonly seconds: number;
  /** How often each status was answered. */
  readonly statuses: ReadonlyMap<number, number>;
  /** Of the requests that are counted, in milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** One request. */
export interface Ask {
  readonly text: string;
  /** The only status that is right. Default: any is. */
  readonly status?: number;
  /** Whether it only goes along and is not counted. */
  readonly isAside?: boolean;
  /** Called with the status, when the request was sent, and what gives the whole answer. What it throws ends the load. */
  readonly answered?: (status: number, sentAt: number, text: () => string) => void;
}

/** A load to put on a server. */
export interface Load {
  readonly port: number;
  readonly connections: number;
  readonly milliseconds: number;
  /** How long a connection rests after each answer, on average, in milliseconds. Default: 0. */
  readonly pause?: number;
  /** The next request of a connection, by its number from 0; `null` ends the whole load. */
  readonly next: (connection: number) => Ask | null;
}

const headerEnd = Buffer.from('\r\n\r\n');
const longestRead = 65_536;

/**
 * Sends one request after another over each of some keep-alive connections, as fast as they are answered. Shares its
 * machine with the server, so it reads no more of an answer than it needs.
 *
 * @throws WrongAnswer as soon as one is not what was to be answered
 */
export async function load({ port, connections, milliseconds, pause = 0, next }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  const sockets: Socket[] = [];
  const began = performance.now();
  let end = began + milliseconds;
  let allRequests = 0;

  const drive = (connection: number) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      let asked: Ask;
      let pending: Buffer | null = null;
      let isOver = false;
      const send = (): void => {
        const following = performance.now() < end ? next(connection) : null;
        if (following === null) {
          end = 0;
          isOver = true;
          socket.end();
          resolve();
          return;
        }
        asked = following;
        sentAt = performance.now();
        socket.write(asked.text, 'latin1');
      };
      const read = (count: number, buffer: Uint8Array): boolean => {
        const answer = joined(pending, buffer, count);
        const head = answer.indexOf(headerEnd);
        if (head < 0 || answer.length < head + headerEnd.length + lengthIn(answer, head)) {
          pending = Buffer.from(answer);
          return true;
        }
        pending = null;
        const status = Number(answer.toString('latin1', 9, 12));
        const text = () => answer.toString();
        if (asked.status !== undefined && status !== asked.status) {
          reject(new WrongAnswer(status, text()));
          return false;
        }
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        allRequests++;
        if (!asked.isAside) latencies.push(performance.now() - sentAt);
        try {
          asked.answered?.(status, sentAt, text);
          if (pause === 0) send();
          else setTimeout(send, pause * 2 * Math.random());
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
        return true;
      };
      const onread = { buffer: Buffer.allocUnsafe(longestRead), callback: read };
      const socket = connect({ port, host: '127.0.0.1', noDelay: true, onread });
      sockets.push(socket);
      socket.once('error', reject);
      socket.once('close', () => isOver || reject(new Error('The server closed a connection.')));
      socket.once('connect', send);
    });

  try {
    await Promise.all(Array.from({ length: connections }, (_, connection) => drive(connection)));
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
  return { requests: latencies.length, allRequests, seconds, statuses, p50: at(0.5), p99: at(0.99) };
}

function joined(pending: Buffer | null, read: Uint8Array, count: number): Buffer {
  const part = Buffer.from(read.buffer, read.byteOffset, count);
  return pending ? Buffer.concat([pending, part]) : part;
}

function lengthIn(answer: Buffer, end: number): number {
  const [, length] = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, end)) ?? [];
  if (length === undefined) throw new Error(`An answer came without Content-Length: ${answer.toString()}`);
  return Number(length);
}
