import { defineConfig } from 'vitest/config';

export default defineConfig({
  // Our own sources are read as they are, without a build. Never list `import`, `module` or `default` here:
  // vitest passes them on to Node, and CommonJS packages then load the wrong files.
  ssr: { resolve: { conditions: ['drawbridge-source', 'node'] } },
  // Specs are left out of the libraries' own tsconfig files, so the transformer cannot read this there.
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  test: {
    include: ['test/**/*.test.ts', 'libs/*/src/**/*.spec.{ts,tsx}', 'apps/*/src/**/*.spec.{ts,tsx}'],
    setupFiles: ['test/support/setup.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './scripts/closing-line-reporter.mjs'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
