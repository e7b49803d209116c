import fc from 'fast-check';
import { formatScopes, highestOf, parseScopes, type Scope, SCOPES, suffices } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import type { Client } from '../../libs/oauth-provider/src/clients/client.entity.js';
import { choices, givenScopes } from '../../libs/oauth-provider/src/consent/consent-choice.js';
import { withinRegistration } from '../../libs/oauth-provider/src/token/standing.js';
import { cases } from './cases.js';
import { scopeTexts } from './scope.arbitrary.js';

const scopes = fc.subarray([...SCOPES], { minLength: 1 });
const isNoWider = (given: readonly Scope[], asked: readonly Scope[]) => {
  const [low, high] = [highestOf(given), highestOf(asked)];
  return low !== null && high !== null && suffices(high, low);
};

describe('P4 scopes of any kind', () => {
  it('are read as the words they are, and a word that is none is named', () => {
    const property = fc.property(scopeTexts, (text) => {
      const { scopes, unknown } = parseScopes(text);
      const words = text.split(' ').filter((word) => word !== '');
      for (const scope of scopes) expect(words).toContain(scope);
      if (unknown === null) expect(new Set(words)).toEqual(new Set(scopes));
      else expect(words).toContain(unknown);
      expect(parseScopes(formatScopes(scopes))).toEqual({ scopes, unknown: null });
    });
    fc.assert(property, cases('pure'));
  });

  it('never grow by a consent, whatever was asked and chosen', () => {
    const question = scopes.chain((asked) => fc.tuple(fc.constant(asked), fc.constantFrom(...choices(asked))));
    const property = fc.property(question, ([asked, chosen]) => {
      const given = givenScopes(asked, chosen);
      expect(isNoWider(given, asked) && isNoWider(given, [chosen])).toBe(true);
    });
    fc.assert(property, cases('pure'));
  });

  it('never reach further than the link is registered for', () => {
    const property = fc.property(scopes, scopes, (granted, registered) => {
      const left = withinRegistration(granted, { scopes: registered } as unknown as Client);
      expect(isNoWider(left, granted) && isNoWider(left, registered)).toBe(true);
    });
    fc.assert(property, cases('pure'));
  });
});
