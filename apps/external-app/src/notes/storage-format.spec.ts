import { expect, it } from 'vitest';
import { toStorageFormat } from './storage-format.js';

it('turns typed text into paragraphs that hold text and nothing else', () => {
  expect(toStorageFormat('One & two\r\nthree\n\n\n<script>four</script>')).toBe(
    '<p>One &amp; two<br />three</p><p>&lt;script&gt;four&lt;/script&gt;</p>',
  );
});

it('makes an empty page of empty text', () => {
  expect(toStorageFormat(' \n\n ')).toBe('');
});
