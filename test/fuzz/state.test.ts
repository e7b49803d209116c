import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rawParameter, responseUrl } from '../../libs/oauth-provider/src/authorize/return-address.js';
import { cases } from './cases.js';
import { bytesOf, rawStates } from './state.arbitrary.js';

const issuer = 'https://wiki.example.com/confluence';
const redirectUris = fc.constantFrom(
  'https://app.example.com/cb',
  'https://app.example.com/cb?t=1',
  'com.example.app:/',
);

describe('a state of any kind', () => {
  it('comes back byte for byte, in an address that is one', () => {
    const property = fc.property(rawStates, redirectUris, (state, redirectUri) => {
      const query = `client_id=x&state=${state}&xstate=1`;
      expect(rawParameter(query, 'state')).toBe(state);
      const url = responseUrl({ redirectUri, rawState: rawParameter(query, 'state'), issuer }, { code: 'c' });
      expect(url).toMatch(/^[\x21-\x7e]+$/);
      expect(url.startsWith(redirectUri)).toBe(true);
      const answered = rawParameter(url.slice(url.indexOf('?') + 1), 'state') ?? '';
      expect(bytesOf(answered)).toEqual(bytesOf(state));
      expect(new URL(url).searchParams.getAll('iss')).toEqual([issuer]);
      expect(new URL(url).searchParams.getAll('code')).toEqual(['c']);
    });
    fc.assert(property, cases('pure'));
  });

  it('that an application encoded arrives as it encoded it', () => {
    const property = fc.property(fc.string({ unit: 'grapheme' }), (state) => {
      const encoded = encodeURIComponent(state);
      const url = responseUrl({ redirectUri: 'https://app.example.com/cb', rawState: encoded, issuer }, {});
      expect(url).toContain(`?state=${encoded}&iss=`);
      expect(new URL(url).searchParams.get('state')).toBe(state);
    });
    fc.assert(property, cases('pure'));
  });
});
