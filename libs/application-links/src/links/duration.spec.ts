import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationOf, durationUnits } from './duration.js';

describe('a duration', () => {
  it.each([
    [1, 1, 'seconds'],
    [59, 59, 'seconds'],
    [60, 1, 'minutes'],
    [3600, 1, 'hours'],
    [5400, 90, 'minutes'],
    [90_000, 25, 'hours'],
    [7_776_000, 90, 'days'],
  ])('of %d seconds is %d %s', (seconds, amount, unit) => {
    expect(durationOf(seconds)).toEqual({ amount, unit });
  });

  it('loses nothing on the way through a form', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 315_360_000 }), (seconds) => {
        const { amount, unit } = durationOf(seconds);
        expect(amount * durationUnits[unit]).toBe(seconds);
      }),
    );
  });
});
