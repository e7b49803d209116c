import { defineConfig } from 'vitest/config';
import { everything } from '../../vitest.config.js';

/** What is looked at rather than judged: `npm run screenshots` and `npm run a11y`. */
export default defineConfig({
  ...everything,
  test: { ...everything.test, include: ['test/views/*.view.ts'], reporters: ['default'], testTimeout: 60_000 },
});
