import { HttpException, HttpStatus } from '@nestjs/common';
import { storageRetrySeconds } from '../errors/storage-away.js';
import { pauseRetrySeconds } from './applications-paused.error.js';

/** Why a call with a token is not let in, with the headers that belong to the answer (RFC 6750 §3). */
export class BearerRefusal extends HttpException {
  constructor(
    status: HttpStatus,
    error: string,
    message: string,
    readonly headers: Readonly<Record<string, string>>,
  ) {
    // An answer, no fault: nobody reads where it was made, and finding that out costs more than the judgement.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super({ statusCode: status, error, message }, status);
    Error.stackTraceLimit = stackTraceLimit;
  }

  /** The request was not made as RFC 6750 wants it: 400. */
  static malformed(message: string): BearerRefusal {
    const challenge = `Bearer error="invalid_request", error_description="${message}"`;
    return new BearerRefusal(HttpStatus.BAD_REQUEST, 'invalid_request', message, { 'WWW-Authenticate': challenge });
  }

  /** The token is not good: 401. */
  static invalidToken(message: string, challenge: string): BearerRefusal {
    return new BearerRefusal(HttpStatus.UNAUTHORIZED, 'invalid_token', message, { 'WWW-Authenticate': challenge });
  }

  /** Nothing can be said of the token now: 503. */
  static unavailable(message: string, retryAfterSeconds: number): BearerRefusal {
    const headers = { 'Retry-After': String(retryAfterSeconds) };
    return new BearerRefusal(HttpStatus.SERVICE_UNAVAILABLE, 'temporarily_unavailable', message, headers);
  }

  /** Applications are switched off, on this node or on all: 503. */
  static switchedOff(): BearerRefusal {
    return BearerRefusal.unavailable(
      'Applications are switched off for now. Keep your token and try again later.',
      pauseRetrySeconds,
    );
  }

  /** The database cannot be asked: 503. */
  static storageAway(): BearerRefusal {
    return BearerRefusal.unavailable(
      'The wiki cannot reach its database right now. Keep your token and try again.',
      storageRetrySeconds,
    );
  }
}
