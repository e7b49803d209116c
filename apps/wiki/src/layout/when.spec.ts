import { describe, expect, it } from 'vitest';
import { exactly, inWords } from './when.js';

const now = Date.UTC(2026, 10, 23, 16, 45);
const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

describe('inWords', () => {
  it.each([
    [0, 'just now'],
    [-30_000, 'just now'],
    [minute, '1 minute ago'],
    [59 * minute, '59 minutes ago'],
    [hour, '1 hour ago'],
    [23 * hour, '23 hours ago'],
    [day, 'yesterday'],
    [6 * day, '6 days ago'],
    [7 * day, '16 Nov 2026'],
    [-2 * day, '25 Nov 2026'],
  ])('says %d ms as %s', (ago, words) => expect(inWords(now - ago, now)).toBe(words));
});

describe('exactly', () => {
  it('names the zone', () => expect(exactly(now)).toBe('23 Nov 2026, 16:45 UTC'));
});
