const hour = 3600;
const day = 24 * hour;

/** How long the old secret may live beside a new one, in seconds, with the words for it. */
export const overlaps: readonly { readonly seconds: number; readonly words: string }[] = [
  { seconds: 0, words: 'Now: the application gets in with the new secret only' },
  { seconds: hour, words: 'In 1 hour' },
  { seconds: day, words: 'In 1 day' },
  { seconds: 7 * day, words: 'In 7 days' },
  { seconds: 30 * day, words: 'In 30 days' },
];

/** What is chosen before anybody chose: enough time to change the secret without haste. */
export const usualOverlap = day;

/** The overlap that a form names, or `null` for any other text. */
export function overlapOf(text: string | undefined): number | null {
  return overlaps.find(({ seconds }) => seconds.toString() === text)?.seconds ?? null;
}
