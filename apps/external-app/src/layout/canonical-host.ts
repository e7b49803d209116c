import type { RequestHandler } from 'express';
import { isLoopback } from '../config/loopback.js';

/**
 * On a loopback address only one spelling of it is served, since cookies belong to a host name: `127.0.0.1` is sent
 * on to `localhost`. It also keeps foreign names that were pointed at this machine (DNS rebinding) outside.
 */
export function canonicalHost(baseUrl: () => string): RequestHandler {
  return (request, response, next) => {
    const base = new URL(baseUrl());
    if (!isLoopback(base.hostname) || request.headers.host === base.host) return next();
    if (request.method === 'GET') response.redirect(307, base.origin + request.originalUrl);
    else response.status(421).type('text').send(`Field Notes answers at ${base.origin} only.`);
  };
}
