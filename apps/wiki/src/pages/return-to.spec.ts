import { validateHeaderValue } from 'node:http';
import { describe, expect, it } from 'vitest';
import { returnTo } from './return-to.js';

describe('returnTo', () => {
  it.each([
    '/',
    '/pages/7?x=1#top',
    '/rest/oauth2/latest/authorize?redirect_uri=https%3A%2F%2Fapp.example%2Fcb',
    '/a//b',
  ])('keeps the local path %j', (path) => expect(returnTo(path)).toBe(path));

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/pages\\..\\x',
    'https://evil.example',
    'javascript:alert(1)',
    'pages/7',
    '/\t/evil.example',
    '/\n/evil.example',
    '/a\r\nSet-Cookie: x=1',
    '/\u0000',
    '/\u0085',
    '/\u2028',
    '',
    ' /pages/7',
    '/a\\b?c',
    '/a\u2028?c',
    `/${'a'.repeat(16_384)}`,
  ])('sends %j home', (path) => expect(returnTo(path)).toBe('/'));

  it.each([
    ['/ሴ', '/%E1%88%B4'],
    ['/a b?c=é', '/a%20b?c=%C3%A9'],
    ['/\ud83d\ude00?\ud800', '/%F0%9F%98%80?%EF%BF%BD'],
    ['/\udc00\ud800', '/%EF%BF%BD%EF%BF%BD'],
    ['/authorize?state=a\\b#c\\d', '/authorize?state=a%5Cb#c%5Cd'],
    ['/authorize?state=a\r\nb\t\u0000\u2028', '/authorize?state=a%0D%0Ab%09%00%E2%80%A8'],
    ['/%5c%e1?a=%ff', '/%5c%e1?a=%ff'],
  ])('writes %j as a header can carry it', (path, written) => {
    expect(returnTo(path)).toBe(written);
    expect(() => {
      validateHeaderValue('Location', written);
    }).not.toThrow();
  });

  it('keeps an authorization request as long as the platforms take', () => {
    const path = `/authorize?state=${'a'.repeat(15_000)}`;
    expect(returnTo(path)).toBe(path);
  });

  it.each([undefined, null, 7, ['/a', '/b'], { toString: () => '/a' }])('sends %j home, being no text', (value) =>
    expect(returnTo(value)).toBe('/'),
  );

  it('reads a path with the context path and without it alike', () => {
    expect(returnTo('/confluence/pages/7', '/confluence')).toBe('/pages/7');
    expect(returnTo('/pages/7', '/confluence')).toBe('/pages/7');
    expect(returnTo('/confluence//evil.example', '/confluence')).toBe('/');
  });

  it('never leads to another origin, however a browser reads it', () => {
    const hostile = ['//e', '/\\e', '/\t/e', '/\n\\e', '\\/e', '/%2f/e', '/./\\e', '/..//e'];
    for (const path of hostile) {
      expect(new URL(returnTo(path), 'https://wiki.example').origin).toBe('https://wiki.example');
    }
  });
});
