import { type ContestantHost } from './contestant-host.js';
import { type ContestantSettings, type Kind } from './protocol.js';

/** Each contestant loads nothing of the others. */
export const hosts: Readonly<Record<Kind, (settings: ContestantSettings) => Promise<ContestantHost>>> = {
  bare: async () => (await import('./bare.host.js')).bare(),
  drawbridge: async (settings) => (await import('./drawbridge.host.js')).drawbridge(settings),
};
