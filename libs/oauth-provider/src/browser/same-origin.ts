import { headerOf, type HttpRequest } from './http-exchange.js';

/**
 * Whether a change comes from a page of this wiki. Browsers say so in `Sec-Fetch-Site`; older ones, and all over plain
 * `http`, only in `Origin`, which our own `Referrer-Policy: no-referrer` turns into `null`. What says nothing is left to
 * the form's ticket.
 */
export function isSameOrigin(request: HttpRequest, baseUrl: string): boolean {
  const site = headerOf(request, 'sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = headerOf(request, 'origin');
  return origin === undefined || origin === 'null' || origin === new URL(baseUrl).origin;
}
