import { type HttpRequest } from '../browser/http-exchange.js';

/**
 * What follows a well-known path in the address of a request, without a slash at its end: there stands the path of
 * whoever is asked about (RFC 8414 §3.1, RFC 9728 §3.1). `null` where the address is spelt in another way.
 */
export function pathBehind(wellKnown: string, request: HttpRequest): string | null {
  const [path = ''] = (request.originalUrl ?? request.url).split('?');
  const start = path.indexOf(`/${wellKnown}`);
  return start < 0 ? null : path.slice(start + wellKnown.length + 1).replace(/\/+$/, '');
}
