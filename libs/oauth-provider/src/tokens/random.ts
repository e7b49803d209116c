import { randomFillSync } from 'node:crypto';

const block = Buffer.alloc(4096);
let used = block.length;

/**
 * Random bytes of Node's secure source, at most 4096, drawn a block at a time: asking for a few at a time costs more than everything
 * else that a token needs. What was given out is wiped from the block.
 */
export function secureRandom(length: number): Buffer {
  if (used + length > block.length) {
    randomFillSync(block);
    used = 0;
  }
  const bytes = Buffer.from(block.subarray(used, used + length));
  block.fill(0, used, used + length);
  used += length;
  return bytes;
}
