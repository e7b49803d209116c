import { Reader } from 'nestjs-drawbridge/oauth-provider';
import { describe, expect, it } from 'vitest';
import { auditQueryIn, formatIn, placeIn, placeText } from './audit-query.js';

const readerIn = (timeZone: string) => new Reader({ language: 'en', locale: 'en', timeZone });
const iso = (at = 0): string => new Date(at).toISOString();

describe('what is asked of the audit trail', () => {
  it('is whole days of the reader, the last one included', () => {
    const days = { from: '2026-10-25', to: '2026-10-25' };
    const inBerlin = auditQueryIn(days, readerIn('Europe/Berlin')).filter;
    expect([iso(inBerlin.from), iso(inBerlin.before)]).toEqual([
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
    ]);
    const inTokyo = auditQueryIn(days, readerIn('Asia/Tokyo')).filter;
    expect([iso(inTokyo.from), iso(inTokyo.before)]).toEqual(['2026-10-24T15:00:00.000Z', '2026-10-25T15:00:00.000Z']);
  });

  it('keeps what was typed, and nothing of what was left open', () => {
    const given = { link: ' Field Notes ', type: 'links', person: '', other: 'x', address: '203.0.113.7' };
    const { asked, filter } = auditQueryIn(given, Reader.anybody);
    expect(asked).toEqual({ link: 'Field Notes', type: 'links', address: '203.0.113.7' });
    expect(Object.keys(filter).sort()).toEqual(['addresses', 'types']);
    expect(filter.types).toContain('link.deleted');
  });

  it('P20 is refused with the name of the parameter', () => {
    const refusals = { type: 'x', address: 'x', from: 'x', to: 'x', link: '\0', person: '\ud800' };
    for (const [name, value] of Object.entries(refusals))
      expect(() => auditQueryIn({ [name]: value }, Reader.anybody)).toThrow(`‘${name}’`);
    expect(() => auditQueryIn({ from: '2026-11-02', to: '2026-11-01' }, Reader.anybody)).toThrow('‘to’');
    expect(() => formatIn({})).toThrow('csv, jsonl');
    expect(() => placeIn({ olderThan: '5' }, 'olderThan')).toThrow('‘olderThan’');
  });

  it('goes on from a place', () => {
    const place = { at: 1_795_000_000_000, id: 42 };
    expect(placeIn({ olderThan: placeText(place) }, 'olderThan')).toEqual(place);
    expect(placeIn({}, 'newerThan')).toBeNull();
  });
});
