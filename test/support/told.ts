import { expect } from 'vitest';

/** What may stand in an `error_description` (RFC 6749 §5.2). */
const allowed = /^[\x20-\x21\x23-\x5b\x5d-\x7e]+$/;

/** What an application is told: status, `error`, the whole description, and the headers that matter to it. */
export interface Told {
  readonly status: number;
  readonly error: unknown;
  readonly says: unknown;
  readonly challenge?: string;
  readonly retryAfter?: string;
  readonly allow?: string;
}

/** The same of an answer, once it was seen to be in the allowed characters and kept by nobody. */
export function told(answer: { status: number; headers: Headers; body: Record<string, unknown> }): Told {
  const { status, headers, body } = answer;
  expect(String(body.error_description)).toMatch(allowed);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(Object.keys(body)).toEqual(['error', 'error_description']);
  const also = Object.entries({ challenge: 'www-authenticate', retryAfter: 'retry-after', allow: 'allow' })
    .map(([key, name]) => [key, headers.get(name)] as const)
    .filter(([, value]) => value !== null);
  return { status, error: body.error, says: body.error_description, ...Object.fromEntries(also) };
}
