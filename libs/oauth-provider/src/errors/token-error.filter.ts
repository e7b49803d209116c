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
import { ApplicationsPaused } from '../bearer/applications-paused.error.js';
import { headerOf, type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { ThrottledError } from '../throttle/throttled.error.js';
import { OAuthError } from './oauth.error.js';
import { isStorageAway } from './storage-away.js';
import { traceOf } from './trace.js';

/** Answers every error of the token endpoint as JSON (RFC 6749 §5.2). */
@Catch()
@Injectable()
export class TokenErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(TokenErrorFilter.name);

  constructor(@Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const response = http.getResponse<HttpResponse>();
    const error = this.asOAuthError(exception);
    response.header('Cache-Control', 'no-store');
    if (error.status === 503) response.header('Retry-After', '2');
    if (exception instanceof ThrottledError) response.header('Retry-After', String(exception.retryAfterSeconds));
    if (error.status === 401 && /^basic /i.test(headerOf(http.getRequest<HttpRequest>(), 'authorization') ?? '')) {
      response.header('WWW-Authenticate', 'Basic realm="OAuth 2.0 token endpoint", charset="UTF-8"');
    }
    const body = { error: error.code, error_description: error.description };
    this.adapterHost.httpAdapter.reply(response, body, error.status);
  }

  private asOAuthError(exception: unknown): OAuthError {
    if (exception instanceof OAuthError) return exception;
    if (exception instanceof ThrottledError) return throttled(exception);
    if (exception instanceof ApplicationsPaused) return paused();
    if (isStorageAway(exception)) {
      return away();
    }
    if (exception instanceof HttpException) return ofHttp(exception.getStatus());
    this.logger.error(traceOf(exception));
    return new OAuthError('server_error', 'The server could not answer. Keep your tokens and try again.', 500);
  }
}

const away = (): OAuthError =>
  new OAuthError('temporarily_unavailable', 'The database is out of reach. Keep your tokens and try again.', 503);

/**
 * 429 (RFC 6585 §4) with the word that asks for nothing but patience. Clients throw their credentials away on
 * `invalid_client` and their tokens on `invalid_grant`; `slow_down` means something in the device flow only (RFC 8628 §3.5).
 */
const throttled = ({ retryAfterSeconds }: ThrottledError): OAuthError =>
  new OAuthError(
    'temporarily_unavailable',
    `Too many failed tries from this network. Keep your credentials and tokens; try again in ${retryAfterSeconds} s.`,
    429,
  );

const paused = (): OAuthError =>
  new OAuthError(
    'temporarily_unavailable',
    'Applications are turned away for now. Keep your tokens and try again.',
    503,
  );

/** What guards and parsers before us refused, in the words of the protocol. */
function ofHttp(status: number): OAuthError {
  if (status === 503) return away();
  if (status === 401) return new OAuthError('invalid_client', 'The client authenticates by Basic or in the body.', 401);
  return new OAuthError('invalid_request', 'The request could not be read.', status < 500 ? status : 400);
}
