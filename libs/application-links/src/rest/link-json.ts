import { type BaseUrl } from 'nestjs-drawbridge/host';
import { type ClientSecret, type Lifetimes, type SecretUse } from 'nestjs-drawbridge/oauth-provider';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { paths } from '../paths.js';

/** An instant as the JSON says it; `null` stays `null`. */
export const instant = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What the JSON of a link is made with besides the link. */
export interface LinkJsonContext {
  readonly baseUrl: BaseUrl;
  readonly lifetimes: Lifetimes;
}

/** A link as the JSON says it. Holds no secret. */
export function linkJson(link: ApplicationLink, { baseUrl, lifetimes }: LinkJsonContext) {
  const { id, description, version, client } = link;
  return {
    id,
    name: client.name,
    description,
    type: 'EXTERNAL_APPLICATION',
    direction: 'INCOMING',
    clientId: client.id,
    clientType: client.type,
    redirectUris: client.redirectUris,
    scopes: client.scopes,
    pkceRequired: client.pkceRequired,
    plainPkceAllowed: client.plainPkceAllowed,
    mayIntrospectAll: client.mayIntrospectAll,
    ...lifetimes.own(client),
    rememberConsent: client.rememberConsent,
    enabled: client.enabled,
    version,
    createdAt: instant(link.createdAt),
    createdBy: client.createdBy,
    updatedAt: instant(link.updatedAt),
    updatedBy: link.updatedBy,
    lastUsedAt: instant(client.lastUsedAt),
    _links: {
      self: baseUrl.at(`/${paths.rest}/links/${id}`),
      webui: `/${paths.pages}/${id}`,
      base: baseUrl.get(),
    },
  };
}

/** A secret's record as the JSON says it, without the secret. @param uses from where it was used, the latest first */
export function secretJson({ id, createdAt, expiresAt, lastUsedAt }: ClientSecret, uses: readonly SecretUse[] = []) {
  return {
    id,
    createdAt: instant(createdAt),
    expiresAt: instant(expiresAt),
    lastUsedAt: instant(lastUsedAt),
    usedBy: uses.map((use) => ({ address: use.address, userAgent: use.agent, lastUsedAt: instant(use.lastUsedAt) })),
  };
}
