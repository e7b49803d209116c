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

  it('P10 are derived as they were before this version', () => {
    const fixed = new DerivedKeys({ all: () => [{ id: 'fixed', secret: Buffer.alloc(32, 7) }] });
    const secretFor = (purpose: 'token-check' | 'client-secret' | 'form-ticket') =>
      fixed.current(purpose).secret.toString('base64url');
    expect(secretFor('token-check')).toBe('116ftWHh-mxfAhC_H3uaGmBZA0E2zkbWoAeSdu7DPF8');
    expect(secretFor('client-secret')).toBe('zSSOnK9vkdVp8cN-pWE8CyHFz5lZAOD7EqFlBI7ewdw');
    expect(secretFor('form-ticket')).toBe('DtfNDPhCczC2d8sqTz2KKjqigUzqMvo336D-sB-xdsI');
  });

  it('P10 are refused when they are shorter than 32 bytes', () => {
    const keyOf = (bytes: number) => new DerivedKeys({ all: () => [{ id: 'k', secret: Buffer.alloc(bytes, 7) }] });
    expect(() => keyOf(31).current('token-check')).toThrow("the key 'k' is shorter than 32 random bytes");
    expect(keyOf(32).current('token-check').id).toBe('k');
  });

  it('P10 write with the first and read with all', () => {
    expect(keys.current('token-check').id).toBe('newer');
    expect(keys.all('token-check').map(({ id }) => id)).toEqual(['newer', 'older']);
  });
});
