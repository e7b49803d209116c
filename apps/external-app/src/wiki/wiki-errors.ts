import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { parseJson, textAt } from './json.js';
import { UnexpectedAnswer } from './unexpected-answer.js';
import { WikiRefusal } from './wiki-refusal.js';
import { WikiUnreachable } from './wiki-unreachable.js';

const networkWords: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at that address (connection refused)',
  ENOTFOUND: 'that host name is not known',
  EAI_AGAIN: 'that host name could not be looked up',
  ECONNRESET: 'the connection was broken off',
  UND_ERR_SOCKET: 'the connection was broken off',
  CERT_HAS_EXPIRED: 'its TLS certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is not trusted here',
};

function ofNetwork(error: TypeError): WikiUnreachable {
  const code = textAt(error.cause, 'code') ?? '';
  return new WikiUnreachable(networkWords[code] ?? (code || 'the connection failed'));
}

async function ofResponse(response: Response): Promise<WikiUnreachable | UnexpectedAnswer> {
  const body = parseJson(await response.text().catch(() => ''));
  const words = textAt(body, 'error_description') ?? textAt(body, 'error') ?? textAt(body, 'message');
  const detail = `HTTP ${response.status}${words ? ` · ${words}` : ''}`;
  return response.status >= 500 ? new WikiUnreachable(detail) : new UnexpectedAnswer(detail);
}

async function ofChallenge({ cause, response, status }: WWWAuthenticateChallengeError): Promise<Error> {
  const body = parseJson(await response.text().catch(() => ''));
  const said = cause[0]?.parameters;
  const code = textAt(body, 'error') ?? said?.error ?? (status === 401 ? 'invalid_client' : `HTTP ${status}`);
  return new WikiRefusal(code, textAt(body, 'error_description') ?? said?.error_description);
}

const isTimeout = (error: unknown): boolean =>
  (error instanceof ClientError && error.code === 'OAUTH_TIMEOUT') ||
  (error instanceof DOMException && error.name === 'TimeoutError');

/** Translates what the OAuth library threw into this application's own words; anything else comes back as it is. */
export async function toWikiError(error: unknown): Promise<unknown> {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) {
    return new WikiRefusal(error.error, error.error_description);
  }
  if (error instanceof WWWAuthenticateChallengeError) return ofChallenge(error);
  if (error instanceof TypeError && error.cause) return ofNetwork(error);
  if (isTimeout(error)) return new WikiUnreachable('no answer within ten seconds');
  if (error instanceof ClientError) {
    if (error.cause instanceof Response) return ofResponse(error.cause);
    return new UnexpectedAnswer(error.cause instanceof Error ? error.cause.message : error.message);
  }
  return error;
}
