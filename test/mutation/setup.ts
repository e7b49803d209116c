import { afterAll, vi } from 'vitest';

// What is decided while a module is loaded is judged where all is loaded anew for each file, which pure functions allow.
if (process.env.MUTATION_TARGET === 'pure') vi.resetModules();

/** Elsewhere a module that a later file loads must be loaded as it is, not with the mutant of the file before. */
afterAll(() => {
  const stryker = (globalThis as { __stryker__?: { activeMutant?: string } }).__stryker__;
  if (stryker) stryker.activeMutant = undefined;
});
