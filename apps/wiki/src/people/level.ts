/** How high a person stands in the wiki, lowest first. Each level includes the ones before it. */
export const levels = ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'] as const;

/** One of the four levels. */
export type Level = (typeof levels)[number];

/** The groups that levels follow from. */
export const groupOfLevel: Readonly<Record<Level, string>> = {
  READ: 'wiki-users',
  WRITE: 'wiki-editors',
  ADMIN: 'wiki-administrators',
  SYSTEM_ADMIN: 'wiki-system-administrators',
};

/** The highest level that these groups give; `null` when they give none. */
export const levelOf = (groups: readonly string[]): Level | null =>
  levels.findLast((level) => groups.includes(groupOfLevel[level])) ?? null;

/** Whether somebody at `held` may do what asks for `needed`. */
export const reaches = (held: Level | null, needed: Level): boolean =>
  held !== null && levels.indexOf(held) >= levels.indexOf(needed);
