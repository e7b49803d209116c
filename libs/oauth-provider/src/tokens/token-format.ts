import { timingSafeEqual } from 'node:crypto';
import { hmac } from './hmac.js';
import { secureRandom } from './random.js';

/** What a value is for. Its prefix says so, and lets secret scanners find leaked ones. */
export type TokenKind = 'code' | 'access' | 'refresh';

const prefixes: Readonly<Record<TokenKind, string>> = { code: 'dbr_ac_', access: 'dbr_at_', refresh: 'dbr_rt_' };

const familyBytes = 16;
const generationBytes = 4;
const randomPart = 32;
const checkBytes = 16;
const contentBytes = familyBytes + generationBytes + randomPart;
/** How many characters hold the family; of the last of them only the upper bits are its. */
const familyLength = Math.ceil((familyBytes * 8) / 6);
const encodedLength = Math.ceil(((contentBytes + checkBytes) * 8) / 6);

/** An authentic value, taken apart. */
export interface ParsedToken {
  readonly kind: TokenKind;
  readonly familyId: string;
  readonly generation: number;
  /** The key that made it. */
  readonly key: Buffer;
}

const checkOf = (kind: TokenKind, content: Buffer, key: Buffer): Buffer =>
  hmac(key, prefixes[kind], content).subarray(0, checkBytes);

/** A new random family id: 128 bits, base64url. */
export function newFamilyId(): string {
  return secureRandom(familyBytes).toString('base64url');
}

/** A value: prefix, family, generation, 256 random bits and a keyed check over all of it. */
export function mintToken(
  kind: TokenKind,
  familyId: string,
  generation: number,
  key: Buffer,
  random: Buffer = secureRandom(randomPart),
): string {
  const bytes = Buffer.allocUnsafe(contentBytes + checkBytes); // all of it is written below
  if (bytes.write(familyId, 'base64url') !== familyBytes)
    throw new Error(`Tokens: no family has the id '${familyId}'.`);
  bytes.writeUInt32BE(generation, familyBytes);
  bytes.set(random, familyBytes + generationBytes);
  bytes.set(checkOf(kind, bytes.subarray(0, contentBytes), key), contentBytes);
  return prefixes[kind] + bytes.toString('base64url');
}

/**
 * Takes a value apart if one of the keys made it; `null` for everything else. Forgeries end here, before any database
 * is asked. A value has exactly one spelling.
 */
export function parseToken(kind: TokenKind, value: string, keys: readonly Buffer[]): ParsedToken | null {
  const encoded = value.slice(prefixes[kind].length);
  if (!value.startsWith(prefixes[kind]) || encoded.length !== encodedLength) return null;
  const bytes = Buffer.from(encoded, 'base64url');
  if (bytes.toString('base64url') !== encoded) return null;
  const content = bytes.subarray(0, contentBytes);
  const check = bytes.subarray(contentBytes);
  const maker = keys.find((key) => timingSafeEqual(checkOf(kind, content, key), check));
  if (!maker) return null;
  return {
    kind,
    key: maker,
    familyId: content.subarray(0, familyBytes).toString('base64url'),
    generation: content.readUInt32BE(familyBytes),
  };
}

/** The last character of a family's id, by the character that holds it in a value. */
const lastOfFamily: ReadonlyMap<string, string> = new Map(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].map((character) => {
    const bits = Buffer.from(`${'A'.repeat(familyLength - 1)}${character}`, 'base64url').toString(
      'base64url',
      0,
      familyBytes,
    );
    return [character, bits.slice(-1)];
  }),
);

/** The family that a value says it is of, authentic or not; `null` where it says none. */
export function claimedFamilyOf(kind: TokenKind, value: string): string | null {
  const prefix = prefixes[kind];
  if (!value.startsWith(prefix) || value.length !== prefix.length + encodedLength) return null;
  const last = prefix.length + familyLength - 1;
  return value.slice(prefix.length, last) + (lastOfFamily.get(value.charAt(last)) ?? '');
}
