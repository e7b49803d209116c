import { hash } from 'node:crypto';
import { sameText } from '../tokens/digest.js';

const verifierForm = /^[A-Za-z0-9\-._~]{43,128}$/;
const challengeForm = /^[A-Za-z0-9\-_]{43}$/;

/** The registered names of the methods that every client may use. */
export const challengeMethods = ['S256'] as const;

/** The names that real clients give it; the registered one is `S256` (RFC 7636 §4.3). */
const s256Names = new Set<string>([...challengeMethods, 's256', 'sha256']);

/** Whether a method is S256 under any of its names. */
export function isS256(method: string): boolean {
  return s256Names.has(method);
}

/** Whether a text has the form of an S256 challenge. */
export function isChallenge(text: string): boolean {
  return challengeForm.test(text);
}

/** Whether a text has the form of a verifier (RFC 7636 §4.1). */
export function isVerifier(text: string): boolean {
  return verifierForm.test(text);
}

/** The S256 challenge of a verifier (RFC 7636 §4.2). */
export function s256Of(verifier: string): string {
  return hash('sha256', verifier, 'base64url');
}

/** Whether the verifier is the one the challenge was made of (RFC 7636 §4.6). */
export function matchesChallenge(verifier: string, challenge: string): boolean {
  return sameText(s256Of(verifier), challenge);
}
