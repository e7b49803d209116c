import { join } from 'node:path';
import { defineConfig, type Plugin, type TestProjectInlineConfiguration } from 'vitest/config';

const everywhere = {
  // Our own sources are read as they are, without a build. Never list `import`, `module` or `default` here:
  // vitest passes them on to Node, and CommonJS packages then load the wrong files.
  ssr: { resolve: { conditions: ['drawbridge-source', 'node'] } },
  // Specs are left out of the libraries' own tsconfig files, so the transformer cannot read this there.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
} satisfies TestProjectInlineConfiguration;

const settings = {
  setupFiles: ['test/support/setup.ts'],
  testTimeout: 30_000,
  hookTimeout: 60_000,
  // Modules are loaded once for all files of a worker: a test leaves nothing behind in them.
  isolate: false,
};

/** Every test, on the newest NestJS. */
export const everything = {
  ...everywhere,
  test: {
    ...settings,
    name: 'nest-12',
    include: ['test/**/*.test.ts', 'libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}'],
    globalSetup: ['test/support/global-setup.ts'],
    provide: { nestMajor: 12 },
  },
} satisfies TestProjectInlineConfiguration;

/** Lets our imports of NestJS resolve as if the package.json of that host had asked for them. */
const nest11: Plugin = {
  name: 'nest-11',
  enforce: 'pre',
  resolveId(id) {
    const host = join(import.meta.dirname, 'test/hosts/nest-11/package.json');
    return id.startsWith('@nestjs/') ? this.resolve(id, host, { skipSelf: true }) : null;
  },
};

/** What every host relies on, with the libraries on the NestJS before. */
const contractOnNest11 = {
  ...everywhere,
  plugins: [nest11],
  test: {
    ...settings,
    name: 'nest-11',
    include: ['test/hosts/contract/**/*.test.ts', 'libs/scopes/src/**/*.spec.ts'],
    provide: { nestMajor: 11 },
  },
} satisfies TestProjectInlineConfiguration;

export default defineConfig({
  test: {
    projects: [everything, contractOnNest11],
    reporters: ['default', './scripts/closing-line-reporter.mjs'],
    maxWorkers: 2,
  },
});
