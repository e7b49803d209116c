import { shares } from '../../scripts/property-shares.mjs';

const given = Number(process.env.PROPERTY_RUNS);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2_147_483_648);

/** How often a property is tried among all other tests. */
const few = { pure: 1000, http: 60, dance: 5 } as const;

/** The settings of a property. A failure names its seed: `npm run fuzz -- --seed` tries the same cases again. */
export const cases = (kind: keyof typeof few) => ({
  numRuns: given ? Math.ceil(given / shares[kind]) : few[kind],
  seed,
  endOnFailure: kind === 'http',
});
