/** Both names of the current version of the OAuth endpoints; they are the same thing. */
const versions = ['latest', '1.0'] as const;

const underEachVersion = (name: string): string[] => versions.map((version) => `rest/oauth2/${version}/${name}`);

/** Every path the provider answers on, relative to the wiki's base URL. */
export const paths = {
  authorize: underEachVersion('authorize'),
  consent: underEachVersion('consent'),
  token: underEachVersion('token'),
  revoke: underEachVersion('revoke'),
  introspect: underEachVersion('introspect'),
  authorizations: underEachVersion('authorizations'),
  assets: 'rest/oauth2/latest/assets',
  authorizedApplications: 'profile/authorized-applications',
} as const;

/** The one spelling of a path that we write into pages ourselves. */
export const pathTo = (name: 'authorize' | 'consent' | 'token' | 'authorizations'): string =>
  `/rest/oauth2/latest/${name}`;
