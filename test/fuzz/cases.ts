const given = Number(process.env.PROPERTY_RUNS);
const seed = Number(process.env.PROPERTY_SEED ?? Date.now() % 2_147_483_648);

/** How often a property is tried: against a pure function, and against a running wiki, where a case costs milliseconds. */
const counts = {
  pure: given || 1000,
  http: Math.ceil(given / 10) || 60,
  dance: Math.ceil(given / 100) || 5,
} as const;

/** The settings of a property. A failure names its seed: `npm run fuzz -- --seed` tries the same cases again. */
export const cases = (kind: keyof typeof counts) => ({
  numRuns: counts[kind],
  seed,
  endOnFailure: kind !== 'pure',
});
