import type { TokenEndpointResponse } from 'openid-client';

/** What the wiki gave us. Instants in milliseconds since 1970. */
export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  readonly scopes: readonly string[];
  readonly receivedAt: number;
  /** Undefined when the wiki did not say. */
  readonly expiresAt: number | undefined;
}

/** Reads a token answer. A refresh that names no new refresh token or scope keeps the former ones (RFC 6749 §6). */
export function readTokens(answer: TokenEndpointResponse, now: number, former?: Tokens): Tokens {
  return {
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token ?? former?.refreshToken,
    scopes: answer.scope?.split(' ').filter(Boolean) ?? former?.scopes ?? [],
    receivedAt: now,
    expiresAt: answer.expires_in === undefined ? undefined : now + answer.expires_in * 1000,
  };
}

/** When to refresh ahead of time: a minute before the end, or at half of a life shorter than two minutes. */
export function refreshDueAt({ receivedAt, expiresAt }: Tokens): number {
  if (expiresAt === undefined) return Infinity;
  return expiresAt - Math.min(60_000, (expiresAt - receivedAt) / 2);
}
