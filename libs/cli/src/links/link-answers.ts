import { type ApplicationLink, instant, linkJson } from 'nestjs-drawbridge/application-links';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { type Find } from '../host/command-host.js';

/** A link in JSON, as the host's REST says it. */
export function linkAnswer(get: Find, link: ApplicationLink) {
  return linkJson(link, { baseUrl: get(BaseUrl), lifetimes: get(Lifetimes) });
}

/** A moment for people, to the second, in UTC. */
export function momentWords(at: number | null, never = 'never'): string {
  return instant(at)?.replace(/\.\d+Z$/, 'Z') ?? never;
}

/** Whether a link lets anybody in. */
export const stateWords = ({ client }: ApplicationLink): string => (client.enabled ? 'enabled' : 'disabled');

/** What an administrator decided about a link, for people. */
export function linkFacts(link: ApplicationLink): readonly (readonly [string, string])[] {
  const { client } = link;
  const seconds = (value: number | null): string => (value === null ? "the host's own" : `${value.toString()} s`);
  const yes = (value: boolean): string => (value ? 'yes' : 'no');
  return [
    ['Name', client.name],
    ['Description', link.description],
    ['State', stateWords(link)],
    ['Link ID', link.id],
    ['Client ID', client.id],
    ['Client type', client.type],
    ['Scopes', client.scopes.join(' ')],
    ...client.redirectUris.map((uri, index) => [index === 0 ? 'Redirect URLs' : '', uri] as const),
    ['PKCE required', yes(client.pkceRequired)],
    ['Plain PKCE allowed', yes(client.plainPkceAllowed)],
    ['May introspect all', yes(client.mayIntrospectAll)],
    ['Remember consent', yes(client.rememberConsent)],
    ['Access tokens last', seconds(client.accessTokenSeconds)],
    ['Refresh tokens last', seconds(client.refreshTokenSeconds)],
    ['Sign-ins last', seconds(client.familySeconds)],
    ['Created', momentWords(link.createdAt)],
    ['Last changed', `${momentWords(link.updatedAt)}, version ${link.version.toString()}`],
    ['Last used', momentWords(client.lastUsedAt)],
  ];
}
