import fc from 'fast-check';
import type { TestDatabase } from '../support/databases.js';
import { LinkSystem } from './link.system.js';
import { levels, steps } from './steps.js';
import { World } from './world.js';

// A failure names its seed: `npm run model -- --seed` lives the same lives again.
const numRuns = Number(process.env.PROPERTY_RUNS ?? 20);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2_147_483_648);
const isLong = numRuns >= 1000;

/** How long that many lives may take, in milliseconds; 0 for as long as they need. */
export const livesTimeout = process.env.PROPERTY_RUNS ? 0 : 300_000;

/** Lets links live at random on a database, one after the other, beside the model of who is let in. Rejects where they disagree. */
export async function livesAgreeOn(database: TestDatabase): Promise<void> {
  const world = await World.create(database);
  let lived = 0;
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
      if (++lived % 250 === 0 && isLong) console.log(`${database.name}: ${lived.toString()} lives`);
    } finally {
      await system.close();
    }
  });
  try {
    await fc.assert(property, { numRuns, seed });
  } finally {
    await world.close();
  }
}
