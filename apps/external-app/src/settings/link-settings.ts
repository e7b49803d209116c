/** What an administrator of the wiki hands to this application, and what it will ask people for. */
export interface LinkSettings {
  /** The wiki's base URL with its context path, no slash at the end. */
  readonly wikiUrl: string;
  /** Empty: not set up yet. */
  readonly clientId: string;
  /** Empty: a public client. */
  readonly clientSecret: string;
  readonly scopes: readonly string[];
}

/** Settings of an application nobody has set up yet. */
export const blankSettings: LinkSettings = {
  wikiUrl: 'http://localhost:8090',
  clientId: '',
  clientSecret: '',
  scopes: ['READ', 'WRITE'],
};

/** Permissions a wiki of this kind knows, the least first. */
export const knownScopes: readonly { scope: string; words: string }[] = [
  { scope: 'READ', words: 'read spaces and pages' },
  { scope: 'WRITE', words: 'create and change pages' },
  { scope: 'ADMIN', words: 'administer the wiki' },
  { scope: 'SYSTEM_ADMIN', words: 'run the system underneath' },
];

/** What makes this application known to one wiki. */
export type Registration = Pick<LinkSettings, 'wikiUrl' | 'clientId'>;

/** Two settings speak of the same registration when wiki and client ID agree; the secret may change underneath. */
export const isSameRegistration = (one: Registration, other: Registration): boolean =>
  one.wikiUrl === other.wikiUrl && one.clientId === other.clientId;
