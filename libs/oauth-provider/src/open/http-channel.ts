import { type IncomingMessage, ServerResponse } from 'node:http';
import { type HttpRequest } from '../browser/http-exchange.js';

/** Node's own response behind that of Express or Fastify; `undefined` when it is neither. */
export function rawResponseOf(response: unknown): ServerResponse | undefined {
  if (response instanceof ServerResponse) return response; // first: what Express' does not have is searched for long
  const raw = (response as { raw?: unknown } | null | undefined)?.raw ?? response;
  return typeof (raw as ServerResponse | null | undefined)?.writableFinished === 'boolean'
    ? (raw as ServerResponse)
    : undefined;
}

/** Node's own request behind that of Express or Fastify. */
export function rawRequestOf(request: HttpRequest): IncomingMessage {
  return ((request as { raw?: unknown }).raw ?? request) as IncomingMessage;
}

/** Whether a request opened a WebSocket (RFC 6455 §4.1), so that more than one call comes with it. */
export function isUpgrade(request: HttpRequest): boolean {
  return /^websocket$/i.test(String(request.headers.upgrade ?? ''));
}
