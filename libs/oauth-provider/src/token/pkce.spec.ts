import { describe, expect, it } from 'vitest';
import { isChallenge, isS256, isVerifier, matchesChallenge } from './pkce.js';

// RFC 7636 appendix B.
const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

describe('PKCE', () => {
  it('P7 matches a challenge with the verifier it was made of and with no other', () => {
    expect(matchesChallenge(verifier, challenge)).toBe(true);
    expect(matchesChallenge(`${verifier}x`, challenge)).toBe(false);
    expect(matchesChallenge(challenge, challenge)).toBe(false);
    expect(matchesChallenge(verifier, '')).toBe(false);
  });

  it('takes verifiers of 43 to 128 unreserved characters', () => {
    for (const text of [verifier, 'a'.repeat(43), '-._~'.repeat(32)]) expect(isVerifier(text)).toBe(true);
    for (const text of ['', 'a', 'a'.repeat(42), 'a'.repeat(129), `${verifier}+`, `+${verifier}`, `${verifier}\n`]) {
      expect(isVerifier(text)).toBe(false);
    }
  });

  it('takes challenges of exactly 43 characters of base64url', () => {
    expect(isChallenge(challenge)).toBe(true);
    for (const text of [
      '',
      'a',
      challenge.slice(1),
      `${challenge}a`,
      `=${challenge}`,
      `${challenge}=`,
      '~'.repeat(43),
    ]) {
      expect(isChallenge(text)).toBe(false);
    }
  });

  it('knows S256 by the names that clients give it, and plain by none', () => {
    for (const name of ['S256', 's256', 'sha256']) expect(isS256(name)).toBe(true);
    for (const name of ['plain', '', 'SHA256', 'S512']) expect(isS256(name)).toBe(false);
  });
});
