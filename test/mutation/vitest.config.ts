import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { everything } from '../../vitest.config.js';
import { QuickestFirst } from './quickest-first.js';
import { targets } from './targets.mjs';

const libraries = ['host', 'scopes', 'oauth-provider', 'application-links', 'testing'];
const sourceOf = (library: string) => fileURLToPath(new URL(`../../libs/${library}/src/index.ts`, import.meta.url));

const target = targets[process.env.MUTATION_TARGET ?? ''];
if (!target) throw new Error('MUTATION_TARGET names no target. Run npm run mutation.');

/** The tests that judge mutants: all in this process, none with a browser, all that may on SQLite alone. */
export default defineConfig({
  ...everything,
  // The mutants are in a copy of the repository, and the link in node_modules leads to the original.
  resolve: { alias: libraries.map((name) => ({ find: `nestjs-drawbridge/${name}`, replacement: sourceOf(name) })) },
  test: {
    ...everything.test,
    include: target.tests,
    setupFiles: [...everything.test.setupFiles, 'test/mutation/setup.ts'],
    globalSetup: target.isPure ? [] : everything.test.globalSetup,
    provide: { onlySqlite: true },
    reporters: ['default'],
    sequence: { sequencer: QuickestFirst },
    testTimeout: 15_000,
  },
});
