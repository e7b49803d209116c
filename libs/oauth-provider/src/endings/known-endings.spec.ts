import { describe, expect, it } from 'vitest';
import { type Ending } from './ending.entity.js';
import { KnownEndings } from './known-endings.js';

const row = { id: 'family', grantId: 'grant', clientId: 'client', userId: 'person' };
const ending = (number: number, kind: Ending['kind'] = 'client', subject = 'other'): Ending => ({
  number,
  kind,
  subject,
  at: number * 10,
});
const known = (most = 10) => {
  const endings = new KnownEndings(most);
  endings.forget(ending(5));
  return endings;
};
const readAt = (endings: KnownEndings, asOf: number) => ({ asOf, age: endings.age });

describe('the endings that are known', () => {
  it.each(['family', 'grant', 'client', 'person'] as const)(
    'P13 a later one about its %s is the end of a row',
    (kind) => {
      const endings = known();
      const before = readAt(endings, 5);
      expect(endings.follow([ending(5), ending(6, kind, kind)])).toBe(true);
      expect(endings.leave(row, before)).toBe(false);
      expect(endings.leave(row, { ...before, asOf: 6 })).toBe(true);
    },
  );

  it('leave what is about others', () => {
    const endings = known();
    const before = readAt(endings, 5);
    const kinds = ['family', 'grant', 'client', 'person'] as const;
    endings.follow([ending(5), ...kinds.map((kind, index) => ending(6 + index, kind, `${kind} of others`))]);
    expect(endings.leave(row, before)).toBe(true);
    expect(endings.number).toBe(9);
  });

  it('P13 are the end of one subject, too, and so is a new age', () => {
    const endings = known();
    const before = readAt(endings, 5);
    endings.follow([ending(5), ending(6, 'client', 'client')]);
    const leaves = (id: string, asOf = before) => endings.leaves('client', id, asOf);
    expect([leaves('client'), leaves('client', { ...before, asOf: 6 }), leaves('another')]).toEqual([
      false,
      true,
      true,
    ]);
    endings.forget(ending(9));
    expect([leaves('another'), leaves('another', readAt(endings, 9))]).toEqual([false, true]);
  });

  it('P13 one about everything is the end of every row', () => {
    const endings = known();
    const before = readAt(endings, 5);
    endings.follow([ending(5), ending(6, 'all', '')]);
    expect(endings.leave(row, before)).toBe(false);
    expect(endings.leave(row, readAt(endings, 6))).toBe(true);
  });

  it('P13 more than can be told apart are the end of every row', () => {
    const endings = known(2);
    const before = readAt(endings, 5);
    endings.follow([5, 6, 7].map((number) => ending(number, 'client', `${number.toString()} of others`)));
    expect(endings.leave(row, before)).toBe(true);
    endings.follow([7, 8].map((number) => ending(number, 'client', `${number.toString()} of others`)));
    expect(endings.leave(row, before)).toBe(false);
  });

  it.each<[string, readonly Ending[]]>([
    ['the known one is gone', [ending(6)]],
    ['the known one is another', [{ ...ending(5), at: 1 }, ending(6)]],
    ['one is missing in between', [ending(5), ending(7)]],
    ['nothing is stored', []],
  ])('P13 do not follow on each other when %s', (_, stored) => {
    expect(known().follow(stored)).toBe(false);
  });

  it('begin with the first, and with none', () => {
    const endings = new KnownEndings(10);
    expect(endings.follow([])).toBe(false);
    endings.forget(null);
    expect(endings.follow([])).toBe(true);
    expect(endings.follow([ending(2)])).toBe(false);
    expect(endings.follow([ending(1)])).toBe(true);
    expect(endings.number).toBe(1);
  });

  it('P13 forget what was read before they began anew', () => {
    const endings = known();
    const before = readAt(endings, 7);
    endings.forget(ending(6));
    expect(endings.leave(row, before)).toBe(false);
  });
});
