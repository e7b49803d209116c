import { say } from '../words/link-words.js';
import { type NoticeModel } from './notice.js';

const phrases = {
  saved: say('done.saved'),
  disabled: say('done.disabled'),
  enabled: say('done.enabled'),
  deleted: say('done.deleted'),
  secretCreated: say('done.secretCreated'),
  secretEnded: say('done.secretEnded'),
  withdrawn: say('done.withdrawn'),
  allWithdrawn: say('done.allWithdrawn'),
} as const;

/** What was just done, as the address of the page that follows says it. */
export type Done = keyof typeof phrases;

/** The sentence for what was just done; `null` for anything else. */
export function doneNotice(done: string): NoticeModel | null {
  return Object.hasOwn(phrases, done) ? { text: phrases[done as Done], tone: 'success' } : null;
}
