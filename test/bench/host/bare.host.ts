import { BareModule } from './bare.module.js';
import { type ContestantHost } from './contestant-host.js';

/** The measured route alone. */
export function bare(): ContestantHost {
  return {
    module: BareModule,
    seed: async () => ({ live: [''], ended: [''], signIns: [], clients: [] }),
    prepare: async () => [],
  };
}
