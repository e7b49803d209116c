import { say } from '../words/link-words.js';
import { type NoticeModel } from './notice.js';

const messages = {
  saved: 'done.saved',
  disabled: 'done.disabled',
  enabled: 'done.enabled',
  deleted: 'done.deleted',
  secretCreated: 'done.secretCreated',
  secretEnded: 'done.secretEnded',
  withdrawn: 'done.withdrawn',
  allWithdrawn: 'done.allWithdrawn',
} as const;

/** What was just done, as the address of the page that follows says it. */
export type Done = keyof typeof messages;

/** The sentence for what was just done to the link of this name; `null` for anything else. */
export function doneNotice(done: string, name: string): NoticeModel | null {
  return Object.hasOwn(messages, done) ? { text: say(messages[done as Done], { name }), tone: 'success' } : null;
}
