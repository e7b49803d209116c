import { type Phrase } from 'nestjs-drawbridge/oauth-provider';
import { say } from '../words/link-words.js';

const hour = 3600;
const day = 24 * hour;

/** How long the old secret may live beside a new one, in seconds, with the words for it. */
export const overlaps: readonly { readonly seconds: number; readonly words: Phrase }[] = [
  { seconds: 0, words: say('newSecret.now') },
  { seconds: hour, words: say('newSecret.inHours', { count: 1 }) },
  { seconds: day, words: say('newSecret.inDays', { count: 1 }) },
  { seconds: 7 * day, words: say('newSecret.inDays', { count: 7 }) },
  { seconds: 30 * day, words: say('newSecret.inDays', { count: 30 }) },
];

/** What is chosen before anybody chose: enough time to change the secret without haste. */
export const usualOverlap = day;

/** The overlap that a form names, or `null` for any other text. */
export function overlapOf(text: string | undefined): number | null {
  return overlaps.find(({ seconds }) => seconds.toString() === text)?.seconds ?? null;
}
