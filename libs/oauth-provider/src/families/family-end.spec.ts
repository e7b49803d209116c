import { describe, expect, it } from 'vitest';
import { endOf } from './family-end.js';

describe('the end of a family', () => {
  it('is none while it lasts', () => {
    expect(endOf({ endedAt: null, endedBecause: null })).toBeNull();
    expect(endOf({ endedAt: null, endedBecause: 'revoked' })).toBeNull();
  });

  it.each([
    ['code-replayed', 'code was used twice'],
    ['code-misused', 'wrong verifier or redirect URI'],
    ['refresh-replayed', 'refresh tokens was used twice'],
    ['revoked', 'the application revoked it'],
    [null, 'This sign-in was ended.'],
  ] as const)('P14 says its cause to the application: %s', (endedBecause, cause) => {
    expect(endOf({ endedAt: 1, endedBecause })).toContain(cause);
    expect(endOf({ endedAt: 0, endedBecause })).toContain(cause);
  });
});
