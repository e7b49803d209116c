import { type Client, type ClientSettings } from 'nestjs-drawbridge/oauth-provider';
import { type ApplicationLink } from './application-link.entity.js';

/** What an administrator decides about a link, checked. The client's type is decided once, when the link is made. */
export interface LinkSettings extends Omit<ClientSettings, 'type'> {
  readonly description: string;
}

/** The settings of a link as they stand. */
export function settingsOf({ description, client }: ApplicationLink & { readonly client: Client }): LinkSettings {
  const { name, scopes, redirectUris, pkceRequired, plainPkceAllowed, mayIntrospectAll, rememberConsent, enabled } =
    client;
  const { accessTokenSeconds, refreshTokenSeconds, familySeconds } = client;
  const lifetimes = { accessTokenSeconds, refreshTokenSeconds, familySeconds };
  return {
    name,
    description,
    scopes,
    redirectUris,
    pkceRequired,
    plainPkceAllowed,
    mayIntrospectAll,
    rememberConsent,
    ...lifetimes,
    enabled,
  };
}
