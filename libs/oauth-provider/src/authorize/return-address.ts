import { queryPairs } from '../browser/http-exchange.js';

/** Where an authorization response goes, once client and redirect URI are proven. */
export interface ReturnAddress {
  readonly redirectUri: string;
  /** `state` as it was sent, still percent-encoded, so that it goes back byte for byte; `null` where there was none. */
  readonly rawState: string | null;
  /** The issuer (RFC 9207). */
  readonly issuer: string;
}

/** The still encoded value of a parameter, however its name was encoded; `null` when it is absent. */
export function rawParameter(query: string, name: string): string | null {
  const pair = query.split('&').find((candidate) => queryPairs(candidate).has(name));
  return pair === undefined ? null : pair.slice(`${pair}=`.indexOf('=') + 1);
}

/** Percent-encodes what may not stand in a URL and leaves everything else as it came. */
function headerSafe(raw: string): string {
  return raw.replace(/[^A-Za-z0-9\-._~%!$'()*+,;:@/?=]/gu, encodeCharacter);
}

/** Up to 0xff a character of a request's URL is one byte of it. */
function encodeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code <= 0xff) return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
  return /\p{Surrogate}/u.test(character) ? '%EF%BF%BD' : encodeURIComponent(character);
}

/** The URL of an authorization response (RFC 6749 §4.1.2, RFC 9207 §2). */
export function responseUrl(to: ReturnAddress, parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  if (to.rawState !== null) pairs.push(`state=${headerSafe(to.rawState)}`);
  pairs.push(`iss=${encodeURIComponent(to.issuer)}`);
  return to.redirectUri + (to.redirectUri.includes('?') ? '&' : '?') + pairs.join('&');
}
