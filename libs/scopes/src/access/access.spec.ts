import { describe, expect, it } from 'vitest';
import { SCOPES, type Scope } from '../ladder/scope.js';
import { Access, accessOf, setAccess } from './access.js';

const access = (scope: Scope, personLevel: Scope | null) =>
  new Access({ clientId: 'client', userId: 'person', scope, personLevel });

describe('an access', () => {
  it('P1 reaches what both the scope and the level of the person reach', () => {
    for (const [granted, scope] of SCOPES.entries()) {
      for (const [held, level] of SCOPES.entries()) {
        for (const [wanted, needed] of SCOPES.entries()) {
          expect(access(scope, level).can(needed)).toBe(Math.min(granted, held) >= wanted);
        }
      }
    }
  });

  it('P2 reaches nothing for a person without a level', () => {
    const without = access('SYSTEM_ADMIN', null);
    expect(without.effective).toBeNull();
    expect(SCOPES.some((scope) => without.can(scope))).toBe(false);
  });

  it('says who calls, for whom', () => {
    expect(access('WRITE', 'READ')).toMatchObject({
      clientId: 'client',
      userId: 'person',
      scope: 'WRITE',
      personLevel: 'READ',
      effective: 'READ',
    });
  });

  it('P2 belongs to the one request it was noted on', () => {
    const [request, other] = [{}, {}];
    const own = access('READ', 'READ');
    setAccess(request, own);
    expect(accessOf(request)).toBe(own);
    expect(accessOf(other)).toBeUndefined();
  });
});
