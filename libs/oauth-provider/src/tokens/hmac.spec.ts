import { createHmac, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hmac } from './hmac.js';

describe('HMAC-SHA-256', () => {
  it('P12 is what Node makes of the same', () => {
    for (const length of [1, 31, 32, 64]) {
      const [key, bytes] = [randomBytes(length), randomBytes(52)];
      const expected = createHmac('sha256', key).update('dbr_at_').update(bytes).digest();
      for (let time = 0; time < 2; time++) expect(hmac(key, 'dbr_at_', bytes)).toEqual(expected);
    }
  });

  it('P12 of one key and another length is made anew', () => {
    const key = randomBytes(32);
    for (const length of [52, 8, 52, 0, 200]) {
      const bytes = randomBytes(length);
      expect(hmac(key, 'to', bytes)).toEqual(createHmac('sha256', key).update('to').update(bytes).digest());
    }
  });

  it('P12 is what RFC 4231 says', () => {
    const key = Buffer.from('Jefe');
    expect(hmac(key, 'what do ya want ', Buffer.from('for nothing?')).toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('takes no key that it would have to shorten', () => {
    expect(() => hmac(randomBytes(65), '', randomBytes(1))).toThrow('64 bytes at most');
  });
});
