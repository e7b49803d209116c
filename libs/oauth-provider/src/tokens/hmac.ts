import { hash } from 'node:crypto';

const blockBytes = 64;

interface Pads {
  readonly inner: Buffer;
  readonly outer: Buffer;
}

const known = new WeakMap<Buffer, Pads>();

/**
 * HMAC-SHA-256 (RFC 2104) of a short ASCII text and some bytes. Of two plain digests: the object that `createHmac` makes for each
 * value costs several times as much, mostly when it is collected. The key has 64 bytes at most.
 */
export function hmac(key: Buffer, text: string, bytes: Buffer): Buffer {
  const pads = known.get(key) ?? padsOf(key);
  const inner = Buffer.concat([pads.inner, Buffer.from(text, 'latin1'), bytes]);
  const outer = Buffer.concat([pads.outer, Buffer.from(hash('sha256', inner, 'binary'), 'latin1')]);
  return Buffer.from(hash('sha256', outer, 'binary'), 'latin1');
}

function padsOf(key: Buffer): Pads {
  if (key.length > blockBytes) throw new Error('Keys: a key for keyed checks has 64 bytes at most.');
  const pad = (byte: number): Buffer =>
    Buffer.from(Uint8Array.from({ length: blockBytes }, (_, at) => (key[at] ?? 0) ^ byte));
  const pads = { inner: pad(0x36), outer: pad(0x5c) };
  known.set(key, pads);
  return pads;
}
