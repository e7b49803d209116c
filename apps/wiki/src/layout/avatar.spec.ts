import { describe, expect, it } from 'vitest';
import { initialsOf } from './avatar.js';

describe('initialsOf', () => {
  it.each([
    ['Ada Admin', 'AA'],
    ['sysadmin', 'S'],
    ['Anna Maria van den Berg', 'AB'],
    ['  élodie ', 'É'],
    ['😀 smile', '😀S'],
    ['', '?'],
  ])('of %j are %s', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
