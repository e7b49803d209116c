import { parseArgs } from 'node:util';
import { type Windows } from './cleaning.js';
import { type Effort } from './comparison.js';
import { type Size } from './rows.js';

/** What the command was asked for. */
export interface ScaleOptions {
  readonly size: Size;
  readonly effort: Effort;
  readonly windows: Windows;
}

const full: Size = { families: 10_000_000, grants: 1_000_000, links: 100_000, expired: 1_000_000 };
const small: Size = { families: 100_000, grants: 10_000, links: 1000, expired: 10_000 };

/** Reads `[--families N] [--grants N] [--links N] [--expired N] [--quick]`. */
export function scaleOptions(): ScaleOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: { families: text, grants: text, links: text, expired: text, quick: { type: 'boolean' } },
  });
  const usual = values.quick ? small : full;
  const numberOr = (name: keyof Size): number => {
    const number = Number(values[name] ?? usual[name]);
    if (Number.isSafeInteger(number) && number >= 100) return number;
    throw new Error(`--${name} is a whole number from 100 on.`);
  };
  const size = {
    families: numberOr('families'),
    grants: numberOr('grants'),
    links: numberOr('links'),
    expired: numberOr('expired'),
  };
  return values.quick
    ? {
        size,
        effort: { rounds: 3, times: { leadIn: 300, measured: 700, wholePeriods: false } },
        windows: { milliseconds: 5000, pairs: Infinity },
      }
    : {
        size,
        effort: { rounds: 9, times: { leadIn: 1000, measured: 3000, wholePeriods: true } },
        windows: { milliseconds: 25_000, pairs: 10 },
      };
}
