import { describe, expect, it } from 'vitest';
import { dayAfter, dayIn, dayOf, startOfDay } from './zoned-day.js';

const startIn = (day: string, zone: string): string => new Date(startOfDay(day, zone)).toISOString();

describe('a day', () => {
  it.each([
    ['2026-11-30', 'UTC', '2026-11-30T00:00:00.000Z'],
    ['2026-11-30', 'Europe/Berlin', '2026-11-29T23:00:00.000Z'],
    ['2026-07-01', 'Europe/Berlin', '2026-06-30T22:00:00.000Z'],
    ['2026-11-30', 'Asia/Kathmandu', '2026-11-29T18:15:00.000Z'],
    ['2026-11-30', 'Pacific/Kiritimati', '2026-11-29T10:00:00.000Z'],
    ['2026-11-30', 'Etc/GMT+12', '2026-11-30T12:00:00.000Z'],
    ['1970-01-01', 'America/New_York', '1970-01-01T05:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, start) => {
    expect(startIn(day, zone)).toBe(start);
  });

  it('is 23 or 25 hours long when clocks change', () => {
    const hours = (day: string) =>
      (startOfDay(dayAfter(day), 'Europe/Berlin') - startOfDay(day, 'Europe/Berlin')) / 3_600_000;
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-30')]).toEqual([23, 25, 24]);
  });

  it('begins later where midnight is skipped', () => {
    expect(startIn('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
    expect(dayOf(startOfDay('2018-11-04', 'America/Sao_Paulo') - 1, 'America/Sao_Paulo')).toBe('2018-11-03');
  });

  it('that never was begins with the next one', () => {
    expect(startIn('2011-12-30', 'Pacific/Apia')).toBe(startIn('2011-12-31', 'Pacific/Apia'));
  });

  it.each([
    '2026-02-29',
    '2026-13-01',
    '26-11-30',
    '2026-11-3',
    '2026-11-30T00:00',
    '1969-12-31',
    '9999-01-01',
    '٢٠٢٦-١١-٣٠',
  ])('is none: %s', (text) => {
    expect(dayIn(text)).toBeNull();
  });

  it('is followed by the next', () => {
    expect([dayAfter('2026-12-31'), dayAfter('2028-02-28'), dayAfter('2026-03-01', -1)]).toEqual([
      '2027-01-01',
      '2028-02-29',
      '2026-02-28',
    ]);
  });
});
