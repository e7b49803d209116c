import { html } from '../layout/html.js';

/** Plain text in the wiki's storage format: a blank line parts paragraphs, a single one breaks the line. */
export function toStorageFormat(text: string): string {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .split(/\n{2,}/)
    .map((each) => each.trim());
  return paragraphs
    .filter(Boolean)
    .map((paragraph) => {
      const [first, ...rest] = paragraph.split('\n');
      return html`<p>${first}${rest.map((line) => html`<br />${line}`)}</p>`.source;
    })
    .join('');
}
