const half = /\p{Cs}/u;

/** Whether every database keeps a text as it is: it holds no NUL and no half of a surrogate pair. */
export const isLegalText = (text: string): boolean => !text.includes('\0') && !half.test(text);

/** The same text with U+FFFD for every half of a surrogate pair. */
export const wellFormed = (text: string): string => text.replace(new RegExp(half, 'gu'), '\ufffd');

/** At most the first `most` UTF-16 units of a text, and never half a surrogate pair at the end. */
export const beginningOf = (text: string, most: number): string =>
  text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
