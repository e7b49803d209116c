import { expect, it } from 'vitest';
import { isClientId } from './client-id.js';

it('takes 32 lower-case hexadecimal digits for a client id, and nothing around them', () => {
  const id = '0123456789abcdef'.repeat(2);
  expect(isClientId(id)).toBe(true);
  for (const text of [
    '',
    'a',
    id.toUpperCase(),
    `${id}0`,
    `x${id}`,
    `${id}x`,
    `${id}\n`,
    id.slice(1),
    'g'.repeat(32),
  ]) {
    expect(isClientId(text)).toBe(false);
  }
});
