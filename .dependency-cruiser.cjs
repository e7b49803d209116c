/** The arrows of the house. `npm run arrows` refuses every import that is not one of them. */
const onlyMayImport = (from, allowed) => ({
  name: `${from}-imports-only-what-is-below-it`,
  comment: `${from} may import ${allowed.length ? allowed.join(', ') : 'no other library'} and nothing else of this repository.`,
  severity: 'error',
  from: { path: `^${from}/` },
  to: { path: '^(libs|apps)/', pathNot: [`^${from}/`, '/node_modules/', ...allowed.map((path) => `^${path}/`)] },
});

module.exports = {
  forbidden: [
    onlyMayImport('libs/host', []),
    onlyMayImport('libs/scopes', ['libs/host']),
    onlyMayImport('libs/oauth-provider', ['libs/host', 'libs/scopes']),
    onlyMayImport('libs/application-links', ['libs/host', 'libs/scopes', 'libs/oauth-provider']),
    onlyMayImport('libs/testing', ['libs/host', 'libs/scopes', 'libs/oauth-provider', 'libs/application-links']),
    onlyMayImport('libs/cli', ['libs/host', 'libs/scopes', 'libs/oauth-provider', 'libs/application-links']),
    onlyMayImport('apps/wiki', [
      'libs/host',
      'libs/scopes',
      'libs/oauth-provider',
      'libs/application-links',
      'libs/cli',
    ]),
    onlyMayImport('apps/external-app', []),
    {
      name: 'libraries-meet-at-their-index',
      comment: 'A library is imported by its published subpath, never by a file inside it.',
      severity: 'error',
      from: { path: '^(libs/[^/]+|apps/[^/]+)/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^$1/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'scopes-knows-no-database-and-no-tokens',
      severity: 'error',
      from: { path: '^libs/(host|scopes)/' },
      to: { path: 'node_modules/(typeorm|@nestjs/typeorm|passport|passport-http-bearer)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['drawbridge-source', 'import', 'node', 'default', 'types'],
    },
  },
};
