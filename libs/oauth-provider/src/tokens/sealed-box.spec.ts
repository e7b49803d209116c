import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { keyIdOf, seal, unseal } from './sealed-box.js';

const key = { id: 'k1', secret: randomBytes(32) };
const newer = { id: 'k2', secret: randomBytes(32) };

describe('a sealed box', () => {
  it('P10 hides its content and gives it back', () => {
    const box = seal('the secret', key, 'row 1');
    expect(box).not.toContain('the secret');
    expect(unseal(box, [newer, key], 'row 1')).toBe('the secret');
  });

  it('P10 opens what was stored before this version', () => {
    const secret = Buffer.alloc(32, 7);
    const box = 'k1.L79rfYLcndZTgBTiTfz9w89A4NwW2ghptiU8dSvYmnFqkEG4-Ks';
    expect(unseal(box, [{ id: 'k1', secret }], 'row 1')).toBe('the secret');
  });

  it('cannot be moved to another row or changed', () => {
    const box = seal('the secret', key, 'row 1');
    expect(() => unseal(box, [key], 'row 2')).toThrow();
    expect(() => unseal(`${box.slice(0, -2)}AA`, [key], 'row 1')).toThrow();
  });

  it('P10 says by which key it opens', () => {
    expect(keyIdOf(seal('x', key, 'row 1'))).toBe('k1');
  });

  it('names the key that is missing', () => {
    expect(() => unseal(seal('x', key, 'row 1'), [newer], 'row 1')).toThrow("the key 'k1'");
  });
});
