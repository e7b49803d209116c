import { hash } from 'node:crypto';

const blockBytes = 64;
const digestBytes = 32;

/** What is hashed with a key, but for what follows the key each time. */
interface Pads {
  /** As long as what was hashed last; most of what a key checks is of one length. */
  inner: Buffer;
  readonly outer: Buffer;
}

const known = new WeakMap<Buffer, Pads>();

/**
 * HMAC-SHA-256 (RFC 2104) of a short ASCII text and some bytes. Of two plain digests: the object that `createHmac` makes for each
 * value costs several times as much, mostly when it is collected. The key has 64 bytes at most.
 */
export function hmac(key: Buffer, text: string, bytes: Buffer): Buffer {
  const pads = known.get(key) ?? padsOf(key);
  const length = blockBytes + text.length + bytes.length;
  if (pads.inner.length !== length) pads.inner = Buffer.concat([pads.inner.subarray(0, blockBytes)], length);
  pads.inner.write(text, blockBytes, 'latin1');
  pads.inner.set(bytes, blockBytes + text.length);
  pads.outer.write(hash('sha256', pads.inner, 'binary'), blockBytes, 'latin1');
  return Buffer.from(hash('sha256', pads.outer, 'binary'), 'latin1');
}

function padsOf(key: Buffer): Pads {
  if (key.length > blockBytes) throw new Error('Keys: a key for keyed checks has 64 bytes at most.');
  const pad = (byte: number, length: number): Buffer => {
    const bytes = Uint8Array.from({ length: blockBytes }, (_, at) => (key[at] ?? 0) ^ byte);
    return Buffer.concat([bytes], length);
  };
  const pads = { inner: pad(0x36, blockBytes), outer: pad(0x5c, blockBytes + digestBytes) };
  known.set(key, pads);
  return pads;
}
