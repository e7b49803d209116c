import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ApplicationsPaused, pauseRetrySeconds } from '../bearer/applications-paused.error.js';
import { headerOf, type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { JsonAnswers } from '../browser/json-answers.service.js';
import { ThrottledError } from '../throttle/throttled.error.js';
import { OAuthError, printable } from './oauth.error.js';
import { isStorageAway, storageRetrySeconds } from './storage-away.js';
import { traceOf } from './trace.js';

/** Answers every error of the endpoints for applications as JSON (RFC 6749 §5.2, RFC 7009 §2.2.1, RFC 7662 §2.3). */
@Catch()
@Injectable()
export class TokenErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(TokenErrorFilter.name);

  constructor(
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(JsonAnswers) private readonly json: JsonAnswers,
  ) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(exception, http.getRequest<HttpRequest>(), http.getResponse<HttpResponse>());
  }

  /** The same where no route was reached yet. */
  answer(exception: unknown, request: HttpRequest, response: HttpResponse): void {
    const { httpAdapter } = this.adapterHost;
    const { code, description, status, retryAfterSeconds } = this.asOAuthError(exception, request);
    response.header('Cache-Control', 'no-store');
    if (status === 405) response.header('Allow', 'POST');
    if (retryAfterSeconds !== null && !httpAdapter.getHeader(response, 'Retry-After')) {
      response.header('Retry-After', String(retryAfterSeconds));
    }
    if (status === 401 && /^(basic|bearer)(\s|$)/i.test(headerOf(request, 'authorization') ?? '')) {
      response.header('WWW-Authenticate', 'Basic realm="OAuth 2.0 token endpoint", charset="UTF-8"');
    }
    this.json.send(response, { error: code, error_description: description }, status);
  }

  private asOAuthError(exception: unknown, request: HttpRequest): OAuthError {
    if (exception instanceof OAuthError) return exception;
    if (exception instanceof ThrottledError) return throttled(exception);
    if (exception instanceof ApplicationsPaused) return paused();
    if (isStorageAway(exception)) return away();
    const refused = exception instanceof HttpException ? ofHttp(exception, request) : null;
    if (refused) return refused;
    this.logger.error(traceOf(exception));
    return new OAuthError('server_error', 'The server could not answer. Keep your tokens and try again.', 500);
  }
}

const unavailable = (description: string, status: number, retryAfterSeconds: number): OAuthError =>
  new OAuthError('temporarily_unavailable', description, status, retryAfterSeconds);

const away = (): OAuthError =>
  unavailable('The database is out of reach. Keep your tokens and try again.', 503, storageRetrySeconds);

/**
 * 429 (RFC 6585 §4) with the word that asks for nothing but patience. Clients throw their credentials away on
 * `invalid_client` and their tokens on `invalid_grant`; `slow_down` means something in the device flow only (RFC 8628 §3.5).
 */
const throttled = ({ retryAfterSeconds: seconds }: ThrottledError): OAuthError => {
  const wait = `Keep your credentials and tokens; try again in ${seconds} s.`;
  return unavailable(`Too many failed tries from this network. ${wait}`, 429, seconds);
};

const paused = (): OAuthError =>
  unavailable('Applications are turned away for now. Keep your tokens and try again.', 503, pauseRetrySeconds);

/** What a guard before us refused, ours or the host's, in the words of the protocol; `null` for a fault of the server. */
function ofHttp(exception: HttpException, request: HttpRequest): OAuthError | null {
  const status = exception.getStatus();
  const description = printable(exception.message, 300);
  if (status === 429 || status === 503) return unavailable(description, status, storageRetrySeconds);
  if (status >= 500) return null;
  const isToken = /^bearer(\s|$)/i.test(headerOf(request, 'authorization') ?? '');
  if (isToken && (status === 401 || status === 403)) return new OAuthError('invalid_client', tokenIsNoProof, 401);
  return new OAuthError(status === 401 ? 'invalid_client' : 'invalid_request', description, status);
}

const tokenIsNoProof =
  'An access token does not prove a client here. Send client_id and client_secret, by Basic or in the body.';
