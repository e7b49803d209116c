import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { FormParameters } from '../token/form-parameters.js';
import { codeChallengeOf } from './code-challenge.js';

const verifier = 'a-verifier.with~every_kind-of.character0123456789';
const s256 = createHash('sha256').update(verifier).digest('base64url');
const strict = { type: 'confidential', pkceRequired: false, plainPkceAllowed: false } as const;
const lenient = { ...strict, plainPkceAllowed: true };
const given = (code_challenge?: string, code_challenge_method?: string) => {
  const pairs = Object.entries({ code_challenge, code_challenge_method }).filter(([, value]) => value !== undefined);
  return FormParameters.fromBody(Object.fromEntries(pairs));
};

describe('the code challenge of a request', () => {
  it('is S256, also where plain is allowed', () => {
    for (const client of [strict, lenient]) expect(codeChallengeOf(given(s256, 'S256'), client)).toBe(s256);
  });

  it('may be plain where the client may, and is kept as a digest', () => {
    for (const method of ['plain', undefined, '']) {
      expect(codeChallengeOf(given(verifier, method), lenient)).toBe(s256);
      expect(() => codeChallengeOf(given(verifier, method), strict)).toThrow('only code_challenge_method here is S256');
    }
  });

  it('is never plain for a public client, whatever is stored', () => {
    const client = { ...lenient, type: 'public', pkceRequired: true } as const;
    for (const method of ['plain', undefined]) {
      expect(() => codeChallengeOf(given(verifier, method), client)).toThrow('only code_challenge_method here is S256');
    }
  });

  it.each([
    ['Plain', verifier, 'S256 or plain'],
    ['S512', verifier, 'S256 or plain'],
    ['plain', 'short', '43 to 128'],
    ['plain', 'x'.repeat(129), '43 to 128'],
    [undefined, `${verifier} `, '43 to 128'],
    ['S256', verifier, 'SHA-256'],
  ])('names what is wrong with the method %s and the challenge %s', (method, challenge, why) => {
    expect(() => codeChallengeOf(given(challenge, method), lenient)).toThrow(why);
  });

  it('is required where the client must use PKCE; plain does then', () => {
    const client = { ...lenient, pkceRequired: true };
    expect(() => codeChallengeOf(given(), client)).toThrow('must use PKCE');
    expect(() => codeChallengeOf(given(undefined, 'plain'), client)).toThrow('code_challenge is missing');
    expect(codeChallengeOf(given(verifier, 'plain'), client)).toBe(s256);
    expect(codeChallengeOf(given(), lenient)).toBeNull();
  });
});
