import fc from 'fast-check';
import { afterAll, beforeAll, describe, it } from 'vitest';
import type { TestDatabase } from '../support/databases.js';
import { LinkSystem } from './link.system.js';
import { levels, steps } from './steps.js';
import { World } from './world.js';

// A failure names its seed: `npm run model -- --seed` lives the same lives again.
const numRuns = Number(process.env.PROPERTY_RUNS ?? 20);
const timeout = process.env.PROPERTY_RUNS ? 0 : 300_000;
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2_147_483_648);
const isLong = numRuns >= 1000;

/** Lets links live at random on a database, one after the other, beside the model of who is let in. */
export function livesOn(database: TestDatabase): void {
  describe(`the life of a link on ${database.name}`, () => {
    let world: World;
    let lived = 0;
    const report = (count: number) => {
      if (isLong && count % 250 === 0) console.log(`${database.name}: ${count.toString()} lives`);
    };

    beforeAll(async () => {
      world = await World.create(database);
    });

    afterAll(() => world.close());

    it(
      'P1 P4 P7 P8 P9 P13 lets in whom the model lets in, whatever happens in whatever order',
      async () => {
        const property = fc.asyncProperty(levels, steps, async (first, all) => {
          const system = await LinkSystem.create(world);
          try {
            await system.consent(0, first, first);
            await system.exchange(0, 0, 'right', 1);
            for (const step of all) {
              await step.take(system, world);
              await system.compare();
            }
            await system.tryAll();
            report(++lived);
          } finally {
            await system.close();
          }
        });
        await fc.assert(property, { numRuns, seed });
      },
      timeout,
    );
  });
}
