// Everything that moves a cursor, colours, rings, hides, or reverses the text around it; not the joiners that scripts and emoji need.
const unprintable = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const codeOf = (character: string): string => character.codePointAt(0)?.toString(16) ?? '';

/** A text on one line that a terminal shows and does not obey: what it would obey stands as `\u{1b}`. */
export function printable(text: string): string {
  return text.replace(unprintable, (character) => `\\u{${codeOf(character)}}`);
}

/** JSON, on one line or indented by some spaces, that means the same and that a terminal does not obey either. */
export function printableJson(value: unknown, indent = 0): string {
  const escaped = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const inText = (character: string): string =>
    character === '\n' ? character : character.split('').map(escaped).join('');
  return JSON.stringify(value, null, indent).replace(unprintable, inText);
}
