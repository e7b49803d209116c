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

/** What makes this application known to one wiki. */
export type Registration = Pick<LinkSettings, 'wikiUrl' | 'clientId'>;

/** Two settings speak of the same registration when wiki and client ID agree; the secret may change underneath. */
export const isSameRegistration = (one: Registration, other: Registration): boolean =>
  one.wikiUrl === other.wikiUrl && one.clientId === other.clientId;
