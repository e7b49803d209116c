import { parseArgs } from 'node:util';
import { type Size } from './rows.js';

/** What the command was asked for. */
export interface PagesOptions {
  readonly size: Size;
  /** How often each page is asked for. */
  readonly requests: number;
  /** Where the results go as JSON. */
  readonly json: string | undefined;
}

const full: Size = { links: 10_000, grants: 100_000, events: 1_000_000 };
const small: Size = { links: 1000, grants: 10_000, events: 20_000 };

/** Reads `[--quick] [--requests N] [--json FILE]`. */
export function pagesOptions(): PagesOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { quick: { type: 'boolean' }, requests: text, json: text } });
  const requests = Number(values.requests ?? (values.quick ? 40 : 300));
  if (!Number.isSafeInteger(requests) || requests < 10) throw new Error('--requests is a whole number from 10 on.');
  return { size: values.quick ? small : full, requests, json: values.json };
}
