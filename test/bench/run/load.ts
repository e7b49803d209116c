import { Connection } from './connection.js';
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

/**
 * Sends one request after another over each of some connections, as fast as they are answered.
 *
 * @throws WrongAnswer as soon as one is not what was to be answered
 */
export async function load({ port, connections, milliseconds, pause = 0, next }: Load): Promise<LoadResult> {
  const latencies: number[] = [];
  const statuses = new Map<number, number>();
  let allRequests = 0;
  const lines = await Promise.all(Array.from({ length: connections }, () => Connection.open(port)));
  const began = performance.now();
  let end = began + milliseconds;

  const drive = (line: Connection, number: number) =>
    new Promise<void>((resolve, reject) => {
      let sentAt = 0;
      let asked: Ask;
      const send = (): void => {
        const following = performance.now() < end ? next(number) : null;
        if (following === null) {
          end = 0;
          resolve();
          return;
        }
        asked = following;
        sentAt = performance.now();
        line.send(asked.text);
      };
      line.failed = reject;
      line.answered = (answer) => {
        const status = Number(answer.toString('latin1', 9, 12));
        if (asked.status !== undefined && status !== asked.status) throw new WrongAnswer(status, answer.toString());
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        allRequests++;
        if (!asked.isAside) latencies.push(performance.now() - sentAt);
        asked.answered?.(status, sentAt, () => answer.toString());
        if (pause === 0) send();
        else setTimeout(send, pause * 2 * Math.random());
      };
      send();
    });

  try {
    await Promise.all(lines.map(drive));
  } finally {
    for (const line of lines) line.close();
  }
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? NaN;
  return { requests: latencies.length, allRequests, seconds, statuses, p50: at(0.5), p99: at(0.99) };
}
