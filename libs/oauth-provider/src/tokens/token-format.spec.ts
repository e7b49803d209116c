import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { claimedFamilyOf, mintToken, newFamilyId, parseToken } from './token-format.js';

const key = randomBytes(32);

describe('the form of tokens', () => {
  it('P12 gives each kind a prefix that scanners can know', () => {
    const family = newFamilyId();
    expect(mintToken('access', family, 1, key)).toMatch(/^dbr_at_[A-Za-z0-9_-]{91}$/);
    expect(mintToken('refresh', family, 1, key)).toMatch(/^dbr_rt_[A-Za-z0-9_-]{91}$/);
    expect(mintToken('code', family, 0, key)).toMatch(/^dbr_ac_[A-Za-z0-9_-]{91}$/);
  });

  it('gives back family and generation', () => {
    const familyId = newFamilyId();
    const token = mintToken('refresh', familyId, 4711, key);
    expect(parseToken('refresh', token, [key])).toEqual({ kind: 'refresh', familyId, generation: 4711, key });
  });

  it('P12 refuses every change of a single character', () => {
    const token = mintToken('access', newFamilyId(), 1, key);
    for (let at = 0; at < token.length; at++) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(parseToken('access', token.slice(0, at) + other + token.slice(at + 1), [key])).toBeNull();
    }
  });

  it('P12 takes no kind for another, no foreign key and no second spelling', () => {
    const token = mintToken('access', newFamilyId(), 1, key);
    expect(parseToken('refresh', token.replace('dbr_at_', 'dbr_rt_'), [key])).toBeNull();
    expect(parseToken('access', token, [randomBytes(32)])).toBeNull();
    for (const spelling of [`${token}=`, ` ${token}`, `${token}\n`, token.toUpperCase(), '', 'dbr_at_']) {
      expect(parseToken('access', spelling, [key])).toBeNull();
    }
  });

  it('P12 has one spelling: the bits that the last character has to spare are zero', () => {
    const token = mintToken('access', newFamilyId(), 1, key);
    const last = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'];
    const spellings = last.map((character) => token.slice(0, -1) + character);
    expect(spellings.filter((spelling) => parseToken('access', spelling, [key]))).toEqual([token]);
  });

  it('P12 takes what was issued before this version', () => {
    const token = 'dbr_at_AAAAAAAAAAAAAAAAAAAAAAAAAAMBNPzO-wCKSYW4--eKFXHew4E8FZMKSG66oP4W8Di18vV6iw7gmRR_Uzdv1lehyF0';
    const made = Buffer.alloc(32, 7);
    const parsed = { kind: 'access', familyId: 'A'.repeat(22), generation: 3, key: made };
    expect(parseToken('access', token, [made])).toEqual(parsed);
  });

  it('says which family it claims to be of, authentic or not', () => {
    const family = newFamilyId();
    const token = mintToken('access', family, 1, key);
    expect(claimedFamilyOf('access', token)).toBe(family);
    expect(claimedFamilyOf('access', `${token.slice(0, 40)}AAAA${token.slice(44)}`)).toBe(family);
    for (const other of [token.slice(1), `${token}=`, token.replace('dbr_at_', 'dbr_rt_'), '', 'dbr_at_'])
      expect(claimedFamilyOf('access', other)).toBeNull();
  });

  it('P10 reads what an older key made', () => {
    const token = mintToken('access', newFamilyId(), 1, key);
    expect(parseToken('access', token, [randomBytes(32), key])).not.toBeNull();
  });
});
