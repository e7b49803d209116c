import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DerivedKeys } from './derived-keys.service.js';

const [newer, older] = [
  { id: 'newer', secret: randomBytes(32) },
  { id: 'older', secret: randomBytes(32) },
];
const keys = new DerivedKeys({ all: () => [newer, older] });

describe('keys', () => {
  it('P10 serve one purpose each', () => {
    const purposes = ['token-check', 'client-secret', 'form-ticket'] as const;
    expect(new Set(purposes.map((purpose) => keys.current(purpose).secret.toString('hex'))).size).toBe(3);
  });

  it('P10 write with the first and read with all', () => {
    expect(keys.current('token-check').id).toBe('newer');
    expect(keys.all('token-check').map(({ id }) => id)).toEqual(['newer', 'older']);
  });
});
