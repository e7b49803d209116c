import { type Phrase } from '../words/phrase.js';
import { say } from '../words/provider-words.js';
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
export function redirectUriProblem(uri: string, rules: RedirectUriRules): Phrase | null {
  if (uri === '') return say('redirectUri.none');
  if (uri.length > longest) return say('redirectUri.long', { longest });
  if (hasOddCharacter(uri)) return say('redirectUri.oddCharacter');
  const url = parse(uri);
  if (!url) return say('redirectUri.incomplete');
  if (uri.includes('#')) return say('redirectUri.fragment');
  if (runsScript.has(url.protocol)) return say('redirectUri.script', { scheme: url.protocol });
  if (url.protocol === 'https:' || url.protocol === 'http:') return webProblem(uri, url, rules);
  return privateSchemeProblem(url, rules);
}

function webProblem(uri: string, url: URL, rules: RedirectUriRules): Phrase | null {
  const authority = /^https?:\/\/([^/?]+)/i.exec(uri)?.[1];
  if (authority === undefined) return say('redirectUri.noHost');
  if (authority.includes('@')) return say('redirectUri.userInfo');
  if (url.hostname.includes('*')) return say('redirectUri.wildcard');
  if (!hostName.test(url.hostname)) return say('redirectUri.oddHost');
  if (url.protocol === 'https:' || rules.allowInsecureHttp) return null;
  if (rules.clientType === 'public' && loopback.test(uri)) return null;
  return say(rules.clientType === 'public' ? 'redirectUri.httpOfPublic' : 'redirectUri.http');
}

function privateSchemeProblem(url: URL, rules: RedirectUriRules): Phrase | null {
  if (rules.clientType !== 'public') return say('redirectUri.schemeOfConfidential');
  if (!url.protocol.includes('.')) return say('redirectUri.schemeWithoutDomain');
  return url.href.includes('@') ? say('redirectUri.userInfo') : null;
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
