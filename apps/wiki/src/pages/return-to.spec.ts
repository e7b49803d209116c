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
    `/${'a'.repeat(9000)}`,
  ])('sends %j home', (path) => expect(returnTo(path)).toBe('/'));

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
