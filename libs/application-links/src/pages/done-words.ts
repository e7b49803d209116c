import { type NoticeModel } from './notice.js';

const words = {
  saved: 'The changes are saved.',
  disabled: 'The link is disabled. Nothing of the application is let in any more.',
  enabled: 'The link is enabled. The application works again.',
  deleted: 'The link is deleted. Nothing the application holds works any more.',
  secretEnded: 'The secret is ended.',
  withdrawn: 'The authorization is withdrawn. What the application holds of it does not work any more.',
} as const;

/** What was just done, as the address of the page that follows says it. */
export type Done = keyof typeof words;

/** The sentence for what was just done; `null` for anything else. */
export function doneNotice(done: string): NoticeModel | null {
  return Object.hasOwn(words, done) ? { text: words[done as Done], tone: 'success' } : null;
}
