import { describe, expect, it } from 'vitest';
import { isSameOrigin } from './same-origin.js';

const base = 'https://wiki.example.com/confluence';
const from = (headers: Record<string, string>) => isSameOrigin({ method: 'POST', url: '/', headers }, base);

describe('the origin of a change', () => {
  it('P17 is taken from Sec-Fetch-Site where the browser sends it', () => {
    expect(from({ 'sec-fetch-site': 'same-origin', origin: 'null' })).toBe(true);
    for (const site of ['cross-site', 'same-site', 'none', '']) {
      expect(from({ 'sec-fetch-site': site, origin: 'https://wiki.example.com' })).toBe(false);
    }
  });

  it('P17 is taken from Origin elsewhere', () => {
    expect(from({ origin: 'https://wiki.example.com' })).toBe(true);
    expect(from({ origin: 'https://evil.example' })).toBe(false);
    expect(from({ origin: 'http://wiki.example.com' })).toBe(false);
    expect(from({ origin: 'null' })).toBe(true);
    expect(from({})).toBe(true);
  });
});
