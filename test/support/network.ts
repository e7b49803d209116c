import { request } from 'node:http';

/** As `fetch`. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The way to a wiki on this machine. */
export const directly: Fetch = (url, init) => fetch(url, init);

/** The same with every header as it is given; `fetch` writes `Sec-Fetch-Mode` itself. Takes texts and forms for a body. */
export const verbatim: Fetch = (url, { method, headers, body }) =>
  new Promise((resolve, reject) => {
    const content = body instanceof URLSearchParams ? body.toString() : (body as string | undefined);
    const form = body instanceof URLSearchParams ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
    const sent = request(url, {
      method: method ?? 'GET',
      headers: { ...form, ...Object.fromEntries(new Headers(headers)) },
    });
    sent.on('error', reject).on('response', (answer) => {
      const chunks: Buffer[] = [];
      answer.on('error', reject).on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const pairs = Object.entries(answer.headersDistinct).flatMap(([name, values = []]) =>
          values.map((value): [string, string] => [name, value]),
        );
        const { statusCode: status = 0 } = answer;
        resolve(new Response(chunks.length > 0 ? Buffer.concat(chunks) : null, { status, headers: pairs }));
      });
    });
    sent.end(content);
  });

/** One answer as the client saw it. */
export interface SeenAnswer {
  /** What was asked for, at the public address. */
  readonly url: string;
  readonly headers: Headers;
  readonly text: string;
}

/**
 * The way through a proxy that ends TLS: what is sent to `publicOrigin` arrives at `innerOrigin` in plain HTTP with the
 * inner host's name, as simple proxies do. Keeps every answer in `seen`.
 */
export function throughProxy(publicOrigin: string, innerOrigin: string, seen: SeenAnswer[]): Fetch {
  return async (url, init) => {
    const { origin, host, protocol } = new URL(url);
    if (origin !== publicOrigin) throw new Error(`${url} is not behind the proxy of ${publicOrigin}.`);
    const headers = new Headers(init.headers);
    headers.set('x-forwarded-for', '192.0.2.1');
    headers.set('x-forwarded-host', host);
    headers.set('x-forwarded-proto', protocol.slice(0, -1));
    const answer = await fetch(innerOrigin + url.slice(origin.length), { ...init, headers, redirect: 'manual' });
    seen.push({ url, headers: answer.headers, text: await answer.clone().text() });
    return answer;
  };
}
