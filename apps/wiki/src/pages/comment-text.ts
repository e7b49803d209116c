const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A comment as it was typed, in storage format: an empty line ends a paragraph, every other line break stays one. */
export function storageOfText(typed: string): string {
  return typed
    .replace(/\r\n?/g, '\n')
    .trim()
    .split(/\n[ \t]*\n\s*/)
    .filter(Boolean)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br />')}</p>`)
    .join('');
}

const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character] ?? '');
