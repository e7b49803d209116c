import { hash } from 'node:crypto';
import { secureRandom } from './random.js';

const seedBytes = 32;

/** What the tokens of a step follow from. */
export interface Origin {
  /** The code or refresh token that is redeemed by it: 256 random bits that are stored nowhere. */
  readonly redeemed: string;
  /** Of {@link newSeed}. */
  readonly seed: string;
}

/** 256 random bits, base64url, 43 characters. */
export const newSeed = (): string => secureRandom(seedBytes).toString('base64url');

/**
 * 256 bits, the same each time, that nobody can tell from random ones who lacks either half of the origin: one-step key
 * derivation (NIST SP 800-56C §4.1).
 */
export function following(kind: string, { redeemed, seed }: Origin): Buffer {
  return Buffer.from(hash('sha256', `\0\0\0\x01${redeemed}drawbridge next ${kind} ${seed}`, 'binary'), 'latin1');
}
