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
  serverMetadata: '.well-known/oauth-authorization-server',
  resourceMetadata: '.well-known/oauth-protected-resource',
  assets: 'rest/oauth2/latest/assets',
  authorizedApplications: 'profile/authorized-applications',
} as const;

/** What {@link pathTo} leads to. */
export type Endpoint = 'authorize' | 'consent' | 'token' | 'revoke' | 'introspect' | 'authorizations';

/** The one spelling of a path that we write into pages and documents ourselves. */
export const pathTo = (name: Endpoint): string => `/rest/oauth2/latest/${name}`;

/**
 * A well-known path with the base URL's own path behind it, where RFC 8414 §3.1 and RFC 9728 §3.1 have it looked for.
 * Express and Fastify share no wildcard; a base URL's path has three segments at most, or its root document is missing.
 */
export const atRoot = (wellKnown: string): string[] =>
  [':one', ':one/:two', ':one/:two/:three'].map((basePath) => `${wellKnown}/${basePath}`);

/**
 * The paths that stand at the root of the host, whatever the base URL's own path. A host with a global prefix leaves
 * them out of it: `app.setGlobalPrefix('confluence', { exclude: [...pathsOutsidePrefix] })`.
 */
export const pathsOutsidePrefix: readonly string[] = [paths.serverMetadata, paths.resourceMetadata].flatMap(atRoot);
