import { SCOPES, suffices } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { choices, givenScopes } from './consent-choice.js';

describe('what a yes gives', () => {
  it('is what was asked, as far as the person chose', () => {
    expect(givenScopes(['READ', 'WRITE'], 'WRITE')).toEqual(['READ', 'WRITE']);
    expect(givenScopes(['READ', 'WRITE'], 'READ')).toEqual(['READ']);
    expect(givenScopes(['WRITE'], 'WRITE')).toEqual(['WRITE']);
    expect(givenScopes(['WRITE'], 'READ')).toEqual(['READ']);
    expect(givenScopes(['ADMIN'], 'WRITE')).toEqual(['WRITE']);
  });

  it('is chosen among all levels up to the highest that was asked', () => {
    expect(choices(['READ', 'ADMIN'])).toEqual(['READ', 'WRITE', 'ADMIN']);
    expect(choices([])).toEqual([]);
  });

  it('P4 is never more than was asked, whatever is chosen among the choices', () => {
    for (const asked of SCOPES) {
      for (const chosen of choices([asked])) {
        for (const given of givenScopes([asked], chosen)) {
          expect(suffices(asked, given) && suffices(chosen, given)).toBe(true);
        }
      }
    }
  });
});
