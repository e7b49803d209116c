import { type Level } from '../people/level.js';
import { type AdminEntry } from './frame.js';

/** One place in the administration area. */
export interface AdminPlace {
  readonly entry: AdminEntry;
  readonly section: 'General Configuration' | 'Users' | 'System';
  readonly title: string;
  readonly sentence: string;
  /** Who gets in. */
  readonly level: Level;
}

/** The administration area, section by section. */
export const adminPlaces: readonly AdminPlace[] = [
  {
    entry: 'application-links',
    section: 'General Configuration',
    title: 'Application links',
    sentence: 'Let external applications in, and see what they may do.',
    level: 'ADMIN',
  },
  {
    entry: 'people',
    section: 'Users',
    title: 'People',
    sentence: 'Accounts: create, disable and enable them, give new passwords.',
    level: 'ADMIN',
  },
  {
    entry: 'groups',
    section: 'Users',
    title: 'Groups',
    sentence: 'Who may read, write and administer.',
    level: 'ADMIN',
  },
  {
    entry: 'audit',
    section: 'System',
    title: 'Audit log',
    sentence: 'Who changed what, and when.',
    level: 'ADMIN',
  },
  {
    entry: 'system',
    section: 'System',
    title: 'System information',
    sentence: 'What the wiki runs on.',
    level: 'SYSTEM_ADMIN',
  },
  {
    entry: 'backup',
    section: 'System',
    title: 'Backup',
    sentence: 'A copy of the whole wiki in one file.',
    level: 'SYSTEM_ADMIN',
  },
];
