import { describe, expect, it } from 'vitest';
import { following, newSeed } from './successors.js';

const origin = { redeemed: 'dbr_rt_old', seed: newSeed() };

describe('what follows from a token and a seed', () => {
  it('P9 is the same each time', () => {
    expect(following('access', origin)).toEqual(following('access', origin));
  });

  it('P10 is another for every token, seed and kind, and 256 bits long', () => {
    const all = [
      following('access', origin),
      following('refresh', origin),
      following('access', { ...origin, redeemed: 'dbr_rt_other' }),
      following('access', { ...origin, seed: newSeed() }),
    ];
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size).toBe(4);
    expect(all.map((bytes) => bytes.length)).toEqual([32, 32, 32, 32]);
  });

  it('P9 is what it was before this version, for answers that are given again after an update', () => {
    const known = following('refresh', { redeemed: 'dbr_rt_old', seed: 'A'.repeat(43) });
    expect(known.toString('hex')).toBe('d17c69a725ec208cd5da187f3a0488fc6e392069e93b8b1c0c67613ca3fdbe23');
  });

  it('P10 begins with 256 random bits', () => {
    expect(newSeed()).toMatch(/^[A-Za-z0-9_-]{43}$/);
    expect(newSeed()).not.toBe(newSeed());
  });
});
