import { BadRequestException } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { formLine, formText } from './form-text.js';

describe('formText', () => {
  it('reads a field as it was typed', () => expect(formText({ body: ' a\r\n b ' }, 'body')).toBe(' a\r\n b '));
  it('reads signs beyond the first plane', () =>
    expect(formText({ body: '\ud83d\ude00' }, 'body')).toBe('\ud83d\ude00'));

  it.each(['a\0b', 'a\ud83d', '\ude00\ud83d'])('refuses %j, which no database keeps, and names the field', (body) => {
    expect(() => formText({ body }, 'body')).toThrow(BadRequestException);
    expect(() => formLine({ body }, 'body')).toThrow('“body”');
  });

  it.each([undefined, null, 'text', 7, {}, { body: ['a', 'b'] }, { body: { a: 1 } }, { body: null }])(
    'reads nothing from %j',
    (body) => expect(formText(body, 'body')).toBe(''),
  );

  it('reads nothing that every object has', () => expect(formText({}, 'constructor')).toBe(''));
  it('makes one line of several', () => expect(formLine({ title: ' A\r\n  day ' }, 'title')).toBe('A day'));
});
