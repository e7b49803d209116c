import { type StoredEventType } from 'nestjs-drawbridge/oauth-provider';

const words: Readonly<Record<StoredEventType, string>> = {
  'link.created': 'Link created',
  'link.updated': 'Settings changed',
  'link.enabled': 'Link enabled',
  'link.disabled': 'Link disabled',
  'link.deleted': 'Link deleted',
  'credentials.viewed': 'Credentials viewed',
  'secret.created': 'New secret created',
  'secret.ended': 'Secret ended',
  'secrets.resealed': 'Secrets encrypted under the current key',
  'applications.paused': 'All applications turned away',
  'applications.resumed': 'Applications let in again',
  'authorization.given': 'Application authorized',
  'authorization.denied': 'Authorization refused',
  'authorization.ended': 'Authorization withdrawn',
  'authorizations.ended': 'All authorizations withdrawn',
  'family.ended.code-replayed': 'An authorization code came twice: its access was ended',
  'family.ended.code-misused': 'An authorization code was misused: it was ended',
  'family.ended.refresh-replayed': 'A refresh token came twice: its access was ended',
  'family.ended.revoked': 'The application ended a sign-in of its own',
  'client.authentication-throttled': 'Wrong client secrets: a network was throttled',
  'client.guessing-throttled': 'Guesses at codes or tokens: a network was throttled',
  'form.throttled': 'Forms with tickets that are not good: a network was throttled',
};

/** What an event is called on the pages; one of a type that no version knows any more, as it is. */
export const eventWords = (type: string): string => (words as Readonly<Record<string, string>>)[type] ?? type;

/** The settings of a link as the events call them. */
export const SETTING_WORDS: Readonly<Record<string, string>> = {
  name: 'Name',
  description: 'Description',
  scopes: 'Permissions',
  redirectUris: 'Redirect URLs',
  pkceRequired: 'PKCE required',
  plainPkceAllowed: 'Plain PKCE allowed',
  mayIntrospectAll: 'May ask about every access token',
  accessTokenSeconds: 'Life of access tokens',
  refreshTokenSeconds: 'Life of refresh tokens',
  familySeconds: 'Longest life of a sign-in',
  rememberConsent: 'Remember consent',
  enabled: 'Enabled',
};
