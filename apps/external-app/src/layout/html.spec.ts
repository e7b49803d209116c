import { expect, it } from 'vitest';
import { html } from './html.js';

it('escapes text wherever it stands', () => {
  const stranger = `"><script>alert('&')</script>`;
  expect(html`<a title="${stranger}">${stranger}</a>`.source).not.toContain('<script>');
  expect(html`<b>${stranger}</b>`.source).toBe('<b>&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</b>');
});

it('keeps markup, joins lists and leaves out what is missing', () => {
  expect(html`${[html`<i>${1}</i>`, html`<i>${0}</i>`]}${null}${undefined}${false}`.source).toBe('<i>1</i><i>0</i>');
});
