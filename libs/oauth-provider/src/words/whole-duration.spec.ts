import { describe, expect, it } from 'vitest';
import { Reader } from './reader.js';
import { roundedDown } from './whole-duration.js';

const said = (seconds: number, locale = 'en') =>
  new Reader({ language: locale, locale, timeZone: 'UTC' }).duration(seconds);

describe('a duration', () => {
  it.each([
    [1, '1 second'],
    [59, '59 seconds'],
    [60, '1 minute'],
    [3600, '1 hour'],
    [5400, '90 minutes'],
    [90_000, '25 hours'],
    [7_776_000, '90 days'],
  ])('of %d seconds is said exactly: %s', (seconds, words) => {
    expect(said(seconds)).toBe(words);
  });

  it('is said as the reader does', () => {
    expect([said(86_400, 'de'), said(7_776_000, 'fr'), said(7200, 'es'), said(90, 'ja')]).toEqual([
      '1 Tag',
      '90\u00a0jours',
      '2 horas',
      '90 秒',
    ]);
  });

  it.each([
    [2_592_000, '30 days'],
    [172_800, '2 days'],
    [172_799, '47 hours'],
    [86_401, '1 day'],
    [5400, '90 minutes'],
    [119, '119 seconds'],
    [61, '61 seconds'],
  ])('of %d seconds is about %s', (seconds, words) => {
    expect(said(roundedDown(seconds))).toBe(words);
  });
});
