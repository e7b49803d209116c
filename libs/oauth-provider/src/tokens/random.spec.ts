import { describe, expect, it } from 'vitest';
import { secureRandom } from './random.js';

describe('random bytes', () => {
  it('P12 are never given out twice, across blocks', () => {
    const all = Array.from({ length: 2000 }, (_, index) => secureRandom(16 + (index % 20)));
    expect(new Set(all.map((bytes) => bytes.toString('hex', 0, 16))).size).toBe(2000);
    expect(all.every((bytes, index) => bytes.length === 16 + (index % 20))).toBe(true);
  });

  it('P12 use every value of a byte about as often', () => {
    const counts = new Array<number>(256).fill(0);
    for (let time = 0; time < 1000; time++)
      for (const byte of secureRandom(256)) counts[byte] = (counts[byte] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1200);
  });

  it('stay what they are when others are drawn', () => {
    const first = secureRandom(32);
    const copy = Buffer.from(first);
    for (let time = 0; time < 500; time++) secureRandom(32);
    expect(first).toEqual(copy);
  });
});
