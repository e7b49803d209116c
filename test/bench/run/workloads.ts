import { type Ready } from '../host/protocol.js';
import { type Ask } from './load.js';

/** What is asked of a guarded route. */
export interface Workload {
  readonly name: string;
  /** What every answer has to be. */
  readonly status: number;
  /** The tokens that the requests show, in turn. */
  tokens(ready: Ready): readonly string[];
}

const forged = (token: string, index: number): string =>
  token.slice(0, 40) + index.toString().padStart(6, 'A') + token.slice(46);

export const workloads: readonly Workload[] = [
  { name: 'one hot token', status: 200, tokens: ({ live }) => live.slice(0, 1) },
  { name: '10,000 tokens', status: 200, tokens: ({ live }) => live },
  { name: 'forged tokens', status: 401, tokens: ({ live }) => live.slice(0, 1000).map(forged) },
  { name: 'ended tokens', status: 401, tokens: ({ ended }) => ended },
];

/** Requests to the measured route that show these tokens in turn. The empty token is none. */
export function requestsWith(tokens: readonly string[]): () => Ask {
  const requests = tokens.map((token) => ({ text: requestWith(token) }));
  let index = 0;
  return () => requests[index++ % requests.length] ?? { text: '' };
}

/** One such request. */
export function requestWith(token: string): string {
  const authorization = token === '' ? '' : `Authorization: Bearer ${token}\r\n`;
  return `GET /bench HTTP/1.1\r\nHost: localhost\r\n${authorization}\r\n`;
}
