import { describe, expect, it } from 'vitest';
import { cleaned, textOf, viewOf } from './storage-format.js';

describe('the storage format', () => {
  it.each([
    ['<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['<p onclick="x()" style="color:red" id="x">a</p>', '<p>a</p>'],
    ['<a href="javascript:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="JaVa&#x09;script:alert(1)">a</a>', '<a>a</a>'],
    ['<a href="//elsewhere.example">a</a>', '<a>a</a>'],
    ['<img src="x" onerror="alert(1)">', '<img src="x" />'],
    ['<img src="data:image/svg+xml,x">', '<img />'],
    ['<svg><script>alert(1)</script></svg>', ''],
    ['<iframe src="https://x.example"></iframe><form action="/x"><input name="a"></form>', ''],
    ['<style>p{}</style><link rel="stylesheet" href="x"><meta http-equiv="refresh">', ''],
    ['<![CDATA[<script>alert(1)</script>]]>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ])('is cleaned: %s', (body, clean) => {
    expect(cleaned(body)).toBe(clean);
    expect(cleaned(cleaned(body))).toBe(clean);
  });

  const code =
    '<ac:structured-macro ac:name="code"><ac:parameter ac:name="language">c</ac:parameter>' +
    '<ac:plain-text-body><![CDATA[if (a < b) {}]]></ac:plain-text-body></ac:structured-macro>';

  it('keeps macros and what is in them', () => {
    expect(cleaned(code)).toBe(code.replace('<![CDATA[if (a < b) {}]]>', 'if (a &lt; b) {}'));
    const link = '<ac:link><ri:page ri:content-title="Home"/></ac:link>';
    expect(cleaned(link)).toBe('<ac:link><ri:page ri:content-title="Home"></ri:page></ac:link>');
  });

  it('shows macros as plain HTML', () => {
    expect(viewOf(code)).toBe('<pre>if (a &lt; b) {}</pre>');
  });

  it('says something without its markup', () => {
    expect(textOf('<h1>One</h1><p>two &amp; <b>three</b><br />four &lt;five&gt;</p>')).toBe(
      'One two & three four <five>',
    );
    expect(textOf(code)).toBe('if (a < b) {}');
  });
});
