import { describe, expect, it } from 'vitest';
import { isNavigation } from './navigation.js';

const going = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
const judge = (headers: Record<string, string>, method = 'GET') => isNavigation({ method, url: '/', headers });

describe('somebody who goes to a page', () => {
  it('is known by what the browser says, wherever they come from', () => {
    expect(judge(going)).toBe(true);
    for (const site of ['cross-site', 'same-site', 'same-origin', 'none']) {
      expect(judge({ ...going, 'sec-fetch-site': site, 'sec-fetch-user': '?1' })).toBe(true);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['a browser that says nothing', {}],
    ['one that says half of it', { 'sec-fetch-dest': 'document' }],
    ['the other half', { 'sec-fetch-mode': 'navigate' }],
    ['a frame', { ...going, 'sec-fetch-dest': 'iframe' }],
    ['an object', { ...going, 'sec-fetch-dest': 'object' }],
    ['an image', { 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }],
    ['a script', { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }],
    ['a prefetch', { ...going, 'sec-purpose': 'prefetch' }],
    ['a prerender', { ...going, 'sec-purpose': 'prefetch;prerender' }],
    ['an older prefetch', { ...going, purpose: 'prefetch' }],
    ['a preview', { ...going, 'x-purpose': 'preview' }],
    ['an old Firefox that prefetches', { ...going, 'x-moz': 'prefetch' }],
    ['two answers in one', { ...going, 'sec-fetch-dest': 'document, iframe' }],
  ])('P17 is not seen in %s', (_, headers) => {
    expect(judge(headers)).toBe(false);
  });

  it.each(['HEAD', 'POST', 'OPTIONS', 'get'])('P17 is not seen in a %s', (method) => {
    expect(judge(going, method)).toBe(false);
  });
});
