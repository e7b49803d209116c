import { describe, expect, it } from 'vitest';
import { beginningOf, isLegalText, wellFormed } from './legal-text.js';

describe('text', () => {
  it.each(['', 'a\n', '\ud83d\ude00', '\uffff\ufdd0'])('is legal: %j', (text) => {
    expect(isLegalText(text)).toBe(true);
    expect(wellFormed(text)).toBe(text);
  });

  it.each(['\0', 'a\ud83d', '\ude00', '\ude00\ud83d'])('is not legal: %j', (text) => {
    expect(isLegalText(text)).toBe(false);
  });

  it('is made well-formed without a change of its length', () => {
    expect(wellFormed('a\ud83db\ude00\ud83d\ude00')).toBe('a\ufffdb\ufffd\ud83d\ude00');
  });

  it('is never cut inside a sign', () => {
    expect(beginningOf('a\ud83d\ude00b', 2)).toBe('a');
    expect(beginningOf('a\ud83d\ude00b', 3)).toBe('a\ud83d\ude00');
    expect(beginningOf('ab', 3)).toBe('ab');
  });
});
