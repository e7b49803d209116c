import { parseArgs } from 'node:util';
import { type Endurance } from './endurance.js';

/** What the command was asked for. */
export interface MemoryOptions {
  readonly tokens: number;
  readonly endurance: Endurance;
}

/** Reads `[--quick]`. */
export function memoryOptions(): MemoryOptions {
  const { values } = parseArgs({ options: { quick: { type: 'boolean' } } });
  return values.quick
    ? { tokens: 20_000, endurance: { milliseconds: 60_000, every: 3000 } }
    : { tokens: 100_000, endurance: { milliseconds: 600_000, every: 15_000 } };
}
