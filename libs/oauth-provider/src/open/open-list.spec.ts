import { describe, expect, it } from 'vitest';
import { type OpenAccess } from './open-access.js';
import { OpenList } from './open-list.js';

const accessOf = (clientId: string): OpenAccess => ({
  clientId,
  presented: { familyId: clientId, generation: 1, digest: clientId },
  needed: 'READ',
  state: () => 'open',
  close: () => undefined,
});
const namesIn = (list: OpenList) => [...list].map(({ clientId }) => clientId).sort();

describe('What is open', () => {
  it('is in the list from when it comes to when it goes, in whichever order that is', () => {
    const list = new OpenList();
    const [a, b, c] = [accessOf('a'), accessOf('b'), accessOf('c')];
    for (const access of [a, b, c, b]) list.add(access);
    expect([namesIn(list), list.size]).toEqual([['a', 'b', 'c'], 3]);
    for (const access of [a, a]) list.delete(access);
    expect(namesIn(list)).toEqual(['b', 'c']);
    list.delete(c);
    list.add(a);
    expect(namesIn(list)).toEqual(['a', 'b']);
    for (const access of [b, a, c]) list.delete(access);
    expect([namesIn(list), list.size]).toEqual([[], 0]);
  });

  it('can go while it is walked through', () => {
    const list = new OpenList();
    const all = ['a', 'b', 'c', 'd'].map(accessOf);
    for (const access of all) list.add(access);
    const seen: string[] = [];
    for (const access of list) {
      seen.push(access.clientId);
      list.delete(access);
    }
    expect([seen, list.size]).toEqual([['a', 'b', 'c', 'd'], 0]);
  });
});
