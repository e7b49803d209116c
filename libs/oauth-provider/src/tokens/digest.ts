import { hash, timingSafeEqual } from 'node:crypto';

/** SHA-256, base64url, 43 characters. For values of 256 random bits; too fast for anything a person chose. */
export function digestOf(secret: string): string {
  return hash('sha256', secret, 'base64url');
}

/** Compares without telling by its duration how much was alike. */
export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
