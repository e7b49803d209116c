import { type Memory } from './protocol.js';

/** What is in use. @throws Error where Node was started without `--expose-gc` */
export function memoryInUse(): Memory {
  if (!globalThis.gc) throw new Error('Start Node with --expose-gc.');
  globalThis.gc();
  globalThis.gc(); // what the first one finalized
  const { rss, heapUsed, external } = process.memoryUsage();
  return { rss, heapUsed, external };
}
