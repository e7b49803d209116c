import { targets } from './targets.mjs';

const target = process.env.MUTATION_TARGET;
const folder = `build/mutation/${target}`;

/** @type {import('@stryker-mutator/api/core').PartialStrykerOptions} */
export default {
  mutate: [...targets[target].sources, '!**/*.spec.*'],
  plugins: ['@stryker-mutator/vitest-runner', './test/mutation/wordings.ignorer.mjs'],
  ignorers: ['wordings'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation/vitest.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // What runs while a module is loaded would ask for every test again; see docs/mutation.md.
  ignoreStatic: !targets[target].isPure,
  disableTypeChecks: false,
  concurrency: 2,
  // A worker that begins anew has everything to load first, which takes long on a busy machine.
  timeoutMS: 60_000,
  timeoutFactor: 3,
  dryRunTimeoutMinutes: 10,
  ignorePatterns: ['build', 'data', 'docs', '**/dist', '**/*.tsbuildinfo'],
  tempDirName: 'build/mutation-sandbox',
  // Only what changed since the last run is tried again.
  incremental: true,
  incrementalFile: `${folder}/incremental.json`,
  jsonReporter: { fileName: `${folder}/report.json` },
  htmlReporter: { fileName: `${folder}/report.html` },
  reporters: ['progress-append-only', 'json', 'html'],
};
