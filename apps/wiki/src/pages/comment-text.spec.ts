import { describe, expect, it } from 'vitest';
import { storageOfText } from './comment-text.js';

describe('storageOfText', () => {
  it('makes paragraphs of what empty lines divide', () =>
    expect(storageOfText('One.\r\n\r\nTwo\r\nlines.\n \n\n')).toBe('<p>One.</p><p>Two<br />lines.</p>'));

  it('keeps markup as the text it was typed as', () =>
    expect(storageOfText('<script>alert("1")</script> & <b>')).toBe(
      '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;</p>',
    ));

  it('makes nothing of nothing', () => expect(storageOfText(' \n\t\n ')).toBe(''));
});
