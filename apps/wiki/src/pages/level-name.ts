import type { Level } from '../people/level.js';

const names: Readonly<Record<Level, string>> = {
  READ: 'Read',
  WRITE: 'Read and write',
  ADMIN: 'Administer the wiki',
  SYSTEM_ADMIN: 'Administer the system',
};

/** What somebody at this level may do, in a few words. */
export const levelName = (level: Level | null): string => (level ? names[level] : 'Nothing yet');
