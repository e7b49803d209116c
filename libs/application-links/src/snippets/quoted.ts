/** A text as a POSIX shell reads it: between single quotes nothing has a meaning but the quote itself. */
export const inShell = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

const escapeUnit = (unit: string): string => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A text as a JavaScript string between single quotes, in ASCII. */
export function inJavaScript(text: string): string {
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\.|'/g, (found) => (found === '\\"' ? '"' : found === "'" ? "\\'" : found));
  return `'${escaped.replace(/[^ -~]/g, escapeUnit)}'`;
}

const escapePoint = (character: string): string =>
  `\\U${(character.codePointAt(0) ?? 0).toString(16).padStart(8, '0')}`;

/** A text as a Python string, in ASCII. What JSON escapes, Python reads in the same way. */
export const inPython = (text: string): string => JSON.stringify(text).replace(/[^ -~]/gu, escapePoint);
