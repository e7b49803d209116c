import { describe, expect, it } from 'vitest';
import { pathBehind } from './well-known.js';

describe('the path behind a well-known one', () => {
  it.each([
    ['/.well-known/x', ''],
    ['/.well-known/x/', ''],
    ['/confluence/.well-known/x?a=/b', ''],
    ['/.well-known/x/confluence', '/confluence'],
    ['/.well-known/x/a/b/?c', '/a/b'],
    ['/%2Ewell-known/x/confluence', null],
    ['', null],
  ])('of %s is %s', (url, path) => {
    expect(pathBehind('.well-known/x', { method: 'GET', url, headers: {} })).toBe(path);
  });
});
