import { type ServerResponse } from 'node:http';

const message = 'Something went wrong in the wiki.';

/**
 * The last resort: 500 in plain text, written past the platform to Node's own response, so that no header that is
 * still waiting on Fastify's reply is sent with it. Closes the connection when an answer has begun already. Never throws.
 */
export function answerPlainly(response: ServerResponse | { readonly raw: ServerResponse }): void {
  const raw = 'raw' in response ? response.raw : response;
  try {
    if (raw.writableEnded) return;
    for (const name of ['Location', 'Set-Cookie', 'Content-Length', 'Content-Encoding', 'Transfer-Encoding'])
      raw.removeHeader(name);
    raw.writeHead(500, { 'Content-Type': 'text/plain; charset=utf-8' }).end(message);
  } catch {
    raw.destroy();
  }
}
