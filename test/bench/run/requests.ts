import { type Ask } from './load.js';

type Headers = Readonly<Record<string, string>>;

const headerLines = (headers: Headers): string =>
  Object.entries({ Host: 'localhost', ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');

/** A GET as it goes over the wire. */
export function getRequest(path: string, headers: Headers = {}): string {
  return `GET ${path} HTTP/1.1\r\n${headerLines(headers)}\r\n`;
}

/** A form that is posted, as it goes over the wire; what is in it is encoded already. */
export function formRequest(path: string, body: string, headers: Headers = {}): string {
  const ofForm = { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': body.length.toString() };
  return `POST ${path} HTTP/1.1\r\n${headerLines({ ...headers, ...ofForm })}\r\n${body}`;
}

/** A request to the measured route. The empty token is none. */
export function requestWith(token: string): string {
  return getRequest('/bench', token === '' ? {} : { Authorization: `Bearer ${token}` });
}

/** Requests to the measured route that show these tokens in turn, each to be answered by this status. */
export function requestsWith(tokens: readonly string[], status?: number): () => Ask {
  const asks = tokens.map((token): Ask => ({ text: requestWith(token), ...(status === undefined ? {} : { status }) }));
  return inTurn(asks);
}

/** One after another, and again from the first. */
export function inTurn<T>(all: readonly T[]): () => T {
  let index = 0;
  return () => {
    const one = all[index++ % all.length];
    if (one === undefined) throw new Error('There is nothing to ask.');
    return one;
  };
}
