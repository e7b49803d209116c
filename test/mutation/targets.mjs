/** What is mutated, and the tests that must notice. A test that cannot judge a folder would only be waited for. */
const provider = (...folders) => folders.map((folder) => `libs/oauth-provider/src/${folder}/**/*.ts`);
const specs = (...folders) => folders.map((folder) => `libs/oauth-provider/src/${folder}/**/*.spec.ts`);
const e2e = (...names) => names.map((name) => `test/e2e/${name}.test.ts`);

/** Pure functions. Their own specs must notice everything; what is decided while they load is counted, too. */
const pure = [
  'libs/scopes/src/{access/access,ladder/scope,routes/route-rule}.ts',
  'libs/oauth-provider/src/authorize/return-address.ts',
  'libs/oauth-provider/src/browser/{http-exchange,same-origin}.ts',
  'libs/oauth-provider/src/clients/{client-id,redirect-uri}.ts',
  'libs/oauth-provider/src/consent/{consent-choice,destination}.ts',
  'libs/oauth-provider/src/families/family-end.ts',
  'libs/oauth-provider/src/throttle/network.ts',
  'libs/oauth-provider/src/token/{client-credentials,form-parameters,pkce}.ts',
  'libs/oauth-provider/src/tokens/{digest,sealed-box,token-format}.ts',
];

/** Everything that decides who is let in and how far. */
const services = {
  scopes: {
    sources: ['libs/scopes/src/*/**/*.ts'],
    tests: ['libs/scopes/src/**/*.spec.ts', ...e2e('bearer')],
  },
  tokens: {
    sources: provider('tokens'),
    tests: [...specs('tokens', 'token'), ...e2e('codes-and-tokens', 'keys')],
  },
  bearer: {
    sources: provider('bearer'),
    tests: e2e('bearer', 'kill-switch', 'codes-and-tokens', 'in-flight', 'endings'),
  },
  token: {
    sources: provider('token'),
    tests: [...specs('token'), ...e2e('token-endpoint', 'codes-and-tokens', 'family-lifetime', 'in-flight', 'endings')],
  },
  families: {
    sources: provider('families'),
    tests: e2e('codes-and-tokens', 'family-lifetime', 'in-flight', 'introspection', 'endings'),
  },
  clients: {
    sources: provider('clients'),
    tests: [...specs('clients'), ...e2e('token-endpoint', 'codes-and-tokens', 'authorize', 'keys', 'endings')],
  },
  authorize: {
    sources: provider('authorize'),
    tests: [...specs('authorize'), ...e2e('authorize', 'behind-a-proxy')],
  },
  consent: {
    sources: provider('consent'),
    tests: [...specs('consent'), ...e2e('authorize', 'behind-a-proxy', 'in-flight')],
  },
  browser: {
    sources: provider('browser'),
    tests: [...specs('browser'), ...e2e('authorize', 'behind-a-proxy', 'token-endpoint', 'bearer', 'keys')],
  },
  endpoints: {
    sources: provider('revoke', 'introspect'),
    tests: e2e('introspection', 'endings'),
  },
  grants: {
    sources: provider('grants', 'authorizations'),
    tests: e2e('authorize', 'in-flight', 'endings'),
  },
  throttle: {
    sources: provider('throttle'),
    tests: [...specs('throttle'), ...e2e('throttling')],
  },
};

const but = (files) => files.map((file) => `!${file}`);
const mutated = ([name, { sources, tests }]) => [name, { sources: [...sources, ...but(pure)], tests, isPure: false }];

export const targets = {
  pure: {
    sources: pure,
    tests: [
      'libs/scopes/src/{access,ladder,routes}/*.spec.ts',
      ...specs('authorize', 'browser', 'clients', 'consent', 'families', 'throttle', 'token', 'tokens'),
    ],
    isPure: true,
  },
  ...Object.fromEntries(Object.entries(services).map(mutated)),
};
