/** The longest name of a link, in characters. */
export const longestName = 100;

/** What two names have in common when people would call them the same. At most 400 characters. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
