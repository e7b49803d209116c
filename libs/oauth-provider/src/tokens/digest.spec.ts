import { describe, expect, it } from 'vitest';
import { digestOf, sameText } from './digest.js';

describe('digests', () => {
  it('P10 are SHA-256 in base64url, which is what rows of earlier releases hold', () => {
    expect(digestOf('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0');
  });

  it('compare texts of any length', () => {
    expect(sameText('abc', 'abc')).toBe(true);
    expect(sameText('', '')).toBe(true);
    for (const other of ['abd', 'ab', 'abcd', '']) expect(sameText('abc', other)).toBe(false);
  });
});
