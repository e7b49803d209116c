import { say } from '../words/link-words.js';
import { type NoticeModel } from './notice.js';

const deeds = [
  'saved',
  'disabled',
  'enabled',
  'deleted',
  'secretCreated',
  'secretEnded',
  'withdrawn',
  'allWithdrawn',
] as const;

/** What was just done, as the address of the page that follows says it. */
export type Done = (typeof deeds)[number];

/** The sentence for what was just done to the link of this name; `null` for anything else. */
export function doneNotice(done: string, name: string): NoticeModel | null {
  const known = deeds.find((deed) => deed === done);
  return known ? { text: say(`done.${known}`, { name }), tone: 'success' } : null;
}
