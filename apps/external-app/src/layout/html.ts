/** A piece of markup that is safe to send: every text in it has been escaped. */
export class Html {
  constructor(readonly source: string) {}
}

/** What may stand in a template: markup is kept, text is escaped, lists are joined, the rest is left out. */
export type Insert = Html | string | number | boolean | null | undefined | readonly Insert[];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function render(insert: Insert): string {
  if (insert instanceof Html) return insert.source;
  if (typeof insert === 'string') return insert.replace(/[&<>"']/g, (character) => escapes[character] ?? '');
  if (typeof insert === 'number') return String(insert);
  return typeof insert === 'object' && insert !== null ? insert.map(render).join('') : '';
}

/** Builds markup from a template. Attribute values must be quoted; then no insert can leave its place. */
export function html(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Html {
  return new Html(strings.map((text, place) => text + render(inserts[place])).join(''));
}
