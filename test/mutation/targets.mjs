/**
 * What is broken, and the tests that must notice. Together it is everything that decides who is let in and how far. A test
 * that cannot judge would only be waited for.
 */
const provider = (...folders) => folders.map((folder) => `libs/oauth-provider/src/${folder}/**/*.ts`);
const specs = (...folders) => folders.map((folder) => `libs/oauth-provider/src/${folder}/**/*.spec.ts`);
const e2e = (...names) => names.map((name) => `test/e2e/${name}.test.ts`);
const but = (files) => files.map((file) => `!${file}`);

const pure = [
  'libs/scopes/src/{access/access,ladder/scope,routes/route-rule}.ts',
  'libs/scopes/src/context/{call,refusal-in}.ts',
  'libs/scopes/src/operations/*.ts',
  'libs/oauth-provider/src/authorize/return-address.ts',
  'libs/oauth-provider/src/bearer/unknown-call.ts',
  'libs/oauth-provider/src/browser/{http-exchange,same-origin,stored-form-tickets.service}.ts',
  'libs/oauth-provider/src/clients/{client-id,redirect-uri}.ts',
  'libs/oauth-provider/src/consent/{consent-choice,destination}.ts',
  'libs/oauth-provider/src/endings/{known-endings,remembered}.ts',
  'libs/oauth-provider/src/families/family-end.ts',
  'libs/oauth-provider/src/throttle/network.ts',
  'libs/oauth-provider/src/token/{client-credentials,form-parameters,pkce}.ts',
  'libs/oauth-provider/src/tokens/{derived-keys.service,digest,hmac,random,sealed-box,successors,token-format}.ts',
];

/** Judged by the hosts that register their guards in every order, in test/hosts/styles. */
const atStart = ['libs/oauth-provider/src/bearer/{guard-order,guard-order.check}.ts'];

const admission = [
  'libs/oauth-provider/src/bearer/{bearer.guard,bearer-admission.service,bearer-authentication.service,bearer-refusal}.ts',
];

const overHttp = [
  'libs/oauth-provider/src/{authorizations,authorize,consent,introspect,revoke,token}/*.{controller,filter}.ts',
  'libs/oauth-provider/src/consent/consent-pages.service.ts',
  'libs/oauth-provider/src/browser/{base-url.check,forms.service,pages.service}.ts',
];

export const targets = {
  /** What its own specs must judge alone: no database, no HTTP. */
  pure: {
    sources: pure,
    tests: [
      'libs/scopes/src/{access,context,ladder,operations,routes}/*.spec.ts',
      ...specs(
        'authorize',
        'bearer',
        'browser',
        'clients',
        'consent',
        'endings',
        'families',
        'throttle',
        'token',
        'tokens',
      ),
    ],
    isPure: true,
  },
  /** The services of the provider, on the smallest host there is. */
  services: {
    sources: [
      ...provider(
        'authorize',
        'batches',
        'bearer',
        'clients',
        'consent',
        'endings',
        'families',
        'grants',
        'introspect',
        'people',
        'revoke',
        'token',
        'tokens',
      ),
      ...but([...pure, ...atStart, ...admission, ...overHttp]),
    ],
    tests: ['test/provider/*.test.ts'],
    isPure: false,
  },
  scopes: {
    sources: ['libs/scopes/src/*/**/*.ts', ...but(pure)],
    tests: ['libs/scopes/src/**/*.spec.ts', ...e2e('bearer', 'mapped-routes'), 'test/hosts/boards/*.test.ts'],
    isPure: false,
  },
  throttle: {
    sources: [...provider('throttle'), ...but(pure)],
    tests: ['test/provider/throttle.test.ts', ...e2e('throttling')],
    isPure: false,
  },
  /** From the Authorization header to the access, and the refusals. */
  admission: {
    sources: admission,
    tests: [
      ...e2e('bearer', 'database-away', 'error-wording-grants', 'kill-switch', 'metadata'),
      'test/hosts/boards/*.test.ts',
      'test/hosts/contract/transports/*.test.ts',
    ],
    isPure: false,
  },
  /** Controllers and pages, end to end. Takes the longest. */
  http: {
    sources: overHttp,
    tests: [
      'test/provider/pages.test.ts',
      ...e2e('authorize', 'behind-a-proxy', 'endings', 'introspection', 'own-authorizations', 'token-endpoint'),
    ],
    isPure: false,
  },
  /** What is judged outside of routes, and closed when its access ends. */
  open: {
    sources: provider('gateways', 'middleware', 'open'),
    tests: [
      ...specs('open'),
      ...e2e('open-accesses', 'outside-nest'),
      'test/hosts/boards/*.test.ts',
      'test/hosts/contract/transports/*.test.ts',
    ],
    isPure: false,
  },
};
