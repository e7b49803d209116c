import { headerOf, type HttpRequest, isForm } from '../browser/http-exchange.js';
import { invalidRequest, OAuthError } from './oauth.error.js';

/** The one form in which an application sends parameters (RFC 6749 appendix B). */
export const formOnly = 'Send the parameters as application/x-www-form-urlencoded in the body of the POST.';

/** The one charset of that form. */
export const utf8Only = 'Send the form in UTF-8: the Content-Type without a charset, or with charset=utf-8.';

/** For a body that is not what its header says, or that nobody here decodes. */
export const noEncoding = 'The body could not be read by its Content-Encoding. Send it without one.';

const cutOff = new Set(['request.aborted', 'request.size.invalid', 'FST_ERR_CTP_INVALID_CONTENT_LENGTH']);

/** Whether a body says that it is compressed. */
export const isEncoded = (request: HttpRequest): boolean =>
  (headerOf(request, 'content-encoding') ?? 'identity').toLowerCase() !== 'identity';

/** Names of a fault as Express' body-parser (`type`) and Fastify (`code`) give them. */
interface ParserError {
  readonly status?: unknown;
  readonly statusCode?: unknown;
  readonly type?: unknown;
  readonly code?: unknown;
}

/** What the host's reader of bodies refused, in the words of the protocol; `null` when something else failed. */
export function unreadableRequest(error: unknown, request: HttpRequest): OAuthError | null {
  if (!(error instanceof Error)) return null;
  const fault = error as ParserError;
  switch (fault.status ?? fault.statusCode) {
    case 413:
      return new OAuthError(
        'invalid_request',
        'The body is larger than the server reads, or has too many parameters. Send those of this endpoint alone.',
        413,
      );
    case 400:
    case 415:
      return invalidRequest(causeOf(fault, request));
    default:
      return null;
  }
}

function causeOf({ type, code }: ParserError, request: HttpRequest): string {
  if (cutOff.has(String(type ?? code))) return 'The body ended before, or went on after, its Content-Length.';
  if (type === 'charset.unsupported') return utf8Only;
  if (isEncoded(request)) return noEncoding;
  return isForm(request) ? 'The form in the body could not be read. Send name=value pairs, joined by &.' : formOnly;
}
