/** The tables that are cleaned, in this order, by the names that counts and logs give their rows. */
export const cleaned = [
  'families',
  'grants',
  'consents',
  'secrets',
  'secretUses',
  'usage',
  'usageHours',
  'usageRoutes',
  'usageRefusals',
  'tickets',
  'endings',
  'events',
] as const;

/** One of them. */
export type Cleaned = (typeof cleaned)[number];

/** How many rows of each were removed. */
export type CleaningCounts = Readonly<Record<Cleaned, number>>;

/** How far a round of cleaning has come. */
export interface CleaningProgress {
  readonly table: Cleaned;
  /** The primary key that was looked at last; `null` at the start of a table. */
  readonly after: readonly string[] | null;
  readonly counts: CleaningCounts;
}

/** Where a round begins. */
export const beginning: CleaningProgress = {
  table: cleaned[0],
  after: null,
  counts: Object.fromEntries(cleaned.map((name) => [name, 0])) as Record<Cleaned, number>,
};

/** What a round has come to after a batch that ended at a key, or at the end of its table; `null` when it is over. */
export function afterBatch(
  { table, counts }: CleaningProgress,
  { removed, last }: { readonly removed: number; readonly last: readonly string[] | null },
): { readonly counts: CleaningCounts; readonly next: CleaningProgress | null } {
  const counted = { ...beginning.counts, ...counts, [table]: counts[table] + removed };
  if (last) return { counts: counted, next: { table, after: last, counts: counted } };
  const following = cleaned[cleaned.indexOf(table) + 1];
  return { counts: counted, next: following ? { table: following, after: null, counts: counted } : null };
}
