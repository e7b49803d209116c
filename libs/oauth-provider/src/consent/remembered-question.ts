import { type Level } from 'nestjs-drawbridge/host';
import { formatScopes } from 'nestjs-drawbridge/scopes';
import { type AuthorizationRequest } from '../authorize/authorization-request.js';
import { queryPairs } from '../browser/http-exchange.js';
import { type Client } from '../clients/client.entity.js';
import { isS256 } from '../token/pkce.js';
import { digestOf } from '../tokens/digest.js';

/** Whether a yes to this client may be remembered at all; never for a public one (RFC 6749 §10.2, RFC 8252 §8.6). */
export function mayBeRemembered(client: Pick<Client, 'rememberConsent' | 'type'>): boolean {
  return client.rememberConsent && client.type === 'confidential';
}

/**
 * What makes two questions to a person the same: where they would be sent, what is asked, with which kind of PKCE, at which
 * level they stand, since that decides what the page says has an effect, and in which browser they are asked. The person,
 * the client and its settings are compared beside it.
 */
export function questionDigest(asked: AuthorizationRequest, level: Level, browser: string): string {
  const method = queryPairs(asked.query).get('code_challenge_method') ?? 'plain';
  const proof = asked.codeChallenge === null ? 'no PKCE' : isS256(method) ? 'S256' : 'plain';
  return digestOf(JSON.stringify([browser, asked.returnTo.redirectUri, formatScopes(asked.scopes), proof, level]));
}

/** Whether the application wants the person to be asked in any case (OpenID Connect Core §3.1.2.1, `prompt`). */
export function wantsThePage({ query }: Pick<AuthorizationRequest, 'query'>): boolean {
  const words = (queryPairs(query).get('prompt') ?? '').split(' ').filter((word) => word !== '');
  return words.some((word) => word !== 'none');
}
