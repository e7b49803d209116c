import { BenchModule } from './bench.module.js';
import { type ContestantHost } from './contestant-host.js';
import { carryOut } from './endings.js';
import { type ContestantSettings } from './protocol.js';
import { Seed } from './seed.js';

/** The measured route behind our guards. */
export function drawbridge(settings: ContestantSettings): ContestantHost {
  const seed = new Seed();
  return {
    module: BenchModule.of(settings),
    seed: (app) => seed.sow(app, settings),
    prepare: (app, command) => seed.prepare(app, command),
    carryOut,
  };
}
