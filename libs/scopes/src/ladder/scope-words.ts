import { type Scope } from './scope.js';

/** How a scope is explained to people: administrators who register it and everyone who is asked for it. */
export interface ScopeWords {
  /** The short name, as in the list of permissions. */
  readonly name: string;
  readonly title: string;
  readonly sentence: string;
}

/** The words for each scope. */
export const SCOPE_WORDS: Readonly<Record<Scope, ScopeWords>> = {
  READ: {
    name: 'Read',
    title: 'View content',
    sentence: 'See the spaces, pages and comments that you can see, and your profile.',
  },
  WRITE: {
    name: 'Write',
    title: 'Create, update, and delete content',
    sentence: 'Change spaces, pages and comments wherever you can, and add new ones.',
  },
  ADMIN: {
    name: 'Admin',
    title: 'Administer the wiki',
    sentence: 'Manage people, groups and most settings. Backups and the system itself stay out of reach.',
  },
  SYSTEM_ADMIN: {
    name: 'System admin',
    title: 'Administer the whole system',
    sentence: 'Everything there is, backups and system settings included.',
  },
};
