import fc from 'fast-check';
import { highestOf, type Scope, SCOPES, suffices } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { atMost } from './standing.js';

describe('what is left of scopes under a ceiling', () => {
  it.each<[readonly Scope[], Scope | null, readonly Scope[]]>([
    [['READ', 'WRITE'], 'WRITE', ['READ', 'WRITE']],
    [['READ', 'WRITE'], 'READ', ['READ']],
    [['ADMIN'], 'READ', ['READ']],
    [['READ', 'WRITE'], null, []],
    [[], 'ADMIN', []],
  ])('%j under %s is %j', (scopes, ceiling, left) => {
    expect(atMost(scopes, ceiling)).toEqual(left);
  });

  it('P4 is never more than the scopes, and never more than the ceiling', () => {
    const ceilings = fc.option(fc.constantFrom(...SCOPES));
    fc.assert(
      fc.property(fc.subarray([...SCOPES]), ceilings, ceilings, (scopes, one, other) => {
        for (const left of [atMost(scopes, one), atMost(atMost(scopes, one), other)]) {
          const [had, has] = [highestOf(scopes), highestOf(left)];
          if (has !== null) expect(had !== null && suffices(had, has)).toBe(true);
        }
        const twice = highestOf(atMost(atMost(scopes, one), other));
        for (const ceiling of [one, other]) expect(twice === null || (ceiling && suffices(ceiling, twice))).toBe(true);
      }),
    );
  });
});
