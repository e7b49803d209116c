import { type ClientType } from './client.entity.js';

/** What decides whether a redirect URI may be registered. */
export interface RedirectUriRules {
  readonly clientType: ClientType;
  /** The host's development switch. */
  readonly allowInsecureHttp: boolean;
}

/** What the column holds, less the port that a loopback address may be asked for with. */
const longest = 1994;
const runsScript = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'file:',
  'blob:',
  'about:',
  'view-source:',
  'filesystem:',
]);
const hostName = /^([a-z0-9._-]+|\[[0-9a-f:.]+\])$/;
const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?([/?].*)?$/;

const parse = (uri: string): URL | null => (URL.canParse(uri) ? new URL(uri) : null);

const hasOddCharacter = (uri: string): boolean =>
  [...uri].some((character) => character <= ' ' || character > '~' || '"<>\\^`{|}'.includes(character));

/**
 * Why a redirect URI cannot be registered, in a sentence for the administrator; `null` when it can (RFC 6749 §3.1.2,
 * RFC 8252 §7, RFC 9700 §2.1).
 */
export function redirectUriProblem(uri: string, rules: RedirectUriRules): string | null {
  if (uri === '') return 'Give a redirect URL.';
  if (uri.length > longest) return `A redirect URL has at most ${longest.toString()} characters.`;
  if (hasOddCharacter(uri)) {
    return 'A redirect URL has no spaces, control characters, quotes, backslashes or letters beyond ASCII. Encode them.';
  }
  const url = parse(uri);
  if (!url) return 'This is no complete URL. It begins with a scheme, for instance https://app.example.com/callback.';
  if (uri.includes('#')) return 'A redirect URL has no fragment (the part behind #).';
  if (runsScript.has(url.protocol)) return `A redirect URL cannot use ${url.protocol}`;
  if (url.protocol === 'https:' || url.protocol === 'http:') return webProblem(uri, url, rules);
  return privateSchemeProblem(url, rules);
}

function webProblem(uri: string, url: URL, rules: RedirectUriRules): string | null {
  const authority = /^https?:\/\/([^/?]+)/i.exec(uri)?.[1];
  if (authority === undefined) return 'This redirect URL names no host.';
  if (authority.includes('@')) return 'A redirect URL holds no user name or password (the part before @).';
  if (url.hostname.includes('*')) return 'A redirect URL has no wildcards; add one URL for each address.';
  if (!hostName.test(url.hostname)) return 'The host of this redirect URL has a character that host names do not have.';
  if (url.protocol === 'https:' || rules.allowInsecureHttp) return null;
  if (rules.clientType === 'public' && loopback.test(uri)) return null;
  return rules.clientType === 'public'
    ? 'Use https. Plain http is for http://127.0.0.1 and http://[::1] only, where an app on the same device listens.'
    : 'Use https. Plain http would send the authorization code in the clear.';
}

function privateSchemeProblem(url: URL, rules: RedirectUriRules): string | null {
  if (rules.clientType !== 'public') return 'Use https. Only public applications may use a scheme of their own.';
  if (!url.protocol.includes('.')) {
    return 'A scheme of your own is a domain name in reverse, for instance com.example.app:/callback.';
  }
  return url.href.includes('@') ? 'A redirect URL holds no user name or password (the part before @).' : null;
}

/**
 * Whether a request's redirect URI is a registered one: equal to the letter. The only exception is the port of a
 * loopback address of a public client, which an app on a device cannot know beforehand (RFC 8252 §7.3).
 */
export function isRegistered(uri: string, client: { type: ClientType; redirectUris: readonly string[] }): boolean {
  if (client.redirectUris.includes(uri)) return true;
  if (client.type !== 'public') return false;
  const portless = withoutLoopbackPort(uri);
  return portless !== null && client.redirectUris.some((registered) => withoutLoopbackPort(registered) === portless);
}

function withoutLoopbackPort(uri: string): string | null {
  const match = loopback.exec(uri);
  if (!match || Number(match[2] ?? 80) > 65_535) return null;
  return uri.replace(loopback, '$1$3');
}
