import { describe, expect, it } from 'vitest';
import { rawParameter, responseUrl } from './return-address.js';

const to = (rawState: string | null, redirectUri = 'https://app.example.com/cb') => ({
  redirectUri,
  rawState,
  issuer: 'https://wiki.example.com/confluence',
});

describe('an authorization response', () => {
  it('carries code, state and issuer', () => {
    expect(responseUrl(to('abc'), { code: 'c' })).toBe(
      'https://app.example.com/cb?code=c&state=abc&iss=https%3A%2F%2Fwiki.example.com%2Fconfluence',
    );
  });

  it('joins a redirect URI that has a query', () => {
    expect(responseUrl(to(null, 'https://app.example.com/cb?t=1'), { code: 'c' })).toMatch(/cb\?t=1&code=c&iss=/);
  });

  it.each(['a%20b', 'a+b', '%22%7B%7D%22', '%FF%00', 'x=y', '100%', '%C3%A4', ''])(
    'echoes the state %j to the letter',
    (state) => {
      expect(responseUrl(to(state), {})).toContain(`?state=${state}&iss=`);
    },
  );

  it('encodes what may not stand in a header, each byte as it came', () => {
    expect(responseUrl(to('"{a}"\u00c3\u00a4\r\nx'), {})).toContain('?state=%22%7Ba%7D%22%C3%A4%0D%0Ax&iss=');
    expect(responseUrl(to('\u00ff\u0100'), {})).toContain('?state=%FF%C4%80&iss=');
    expect(responseUrl(to('\ud800'), {})).toContain('?state=%EF%BF%BD&iss=');
  });

  it('finds a parameter as it was sent', () => {
    expect(rawParameter('a=1&state=x%20y&b', 'state')).toBe('x%20y');
    expect(rawParameter('a=1&state', 'state')).toBe('');
    expect(rawParameter('a=1&xstate=2', 'state')).toBeNull();
    expect(rawParameter('a=1&%73tate=x=%20y', 'state')).toBe('x=%20y');
    expect(rawParameter('?state=1&a=?state=2', 'state')).toBeNull();
  });
});
