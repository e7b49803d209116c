import { describe, expect, it } from 'vitest';
import { formLine, formText } from './form-text.js';

describe('formText', () => {
  it('reads a field as it was typed', () => expect(formText({ body: ' a\r\n b ' }, 'body')).toBe(' a\r\n b '));
  it('drops NUL', () => expect(formText({ body: 'a\0b' }, 'body')).toBe('ab'));

  it.each([undefined, null, 'text', 7, {}, { body: ['a', 'b'] }, { body: { a: 1 } }, { body: null }])(
    'reads nothing from %j',
    (body) => expect(formText(body, 'body')).toBe(''),
  );

  it('reads nothing that every object has', () => expect(formText({}, 'constructor')).toBe(''));
  it('makes one line of several', () => expect(formLine({ title: ' A\r\n  day ' }, 'title')).toBe('A day'));
});
