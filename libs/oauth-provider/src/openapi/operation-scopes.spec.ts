import { type MappedRoute, type Scope } from 'nestjs-drawbridge/scopes';
import { describe, expect, it } from 'vitest';
import { scopesOf } from './operation-scopes.js';

const route = (method: string, path: string, scope: Scope | null): MappedRoute => ({
  method,
  path,
  scope,
  handler: 'Some.handler',
  source: 'decorator',
});

describe('the scope of an operation', () => {
  it.each([
    ['/cards/:id', '/cards/{id}'],
    ['/cards/:id', '/cards/{card}'],
    ['/cards/:id/', '/cards/{id}'],
    ['/cards/:from-:to', '/cards/{from}-{to}'],
    ['/files/*path', '/files/{path}'],
    ['/files/*', '/files/{path}'],
    ['/', '/'],
  ])('is that of %s for %s', (declared, documented) => {
    expect(scopesOf([route('GET', declared, 'WRITE')], '')('get', documented)).toBe('WRITE');
  });

  it('differs by method, and is that of all methods where a route is for all', () => {
    const scopeOf = scopesOf(
      [route('GET', '/a', 'READ'), route('POST', '/a', 'ADMIN'), route('ALL', '/b', 'WRITE')],
      '',
    );
    expect([scopeOf('get', '/a'), scopeOf('post', '/a'), scopeOf('put', '/a')]).toEqual(['READ', 'ADMIN', null]);
    expect([scopeOf('get', '/b'), scopeOf('search', '/b')]).toEqual(['WRITE', 'WRITE']);
    const both = scopesOf([route('ALL', '/a', 'ADMIN'), route('GET', '/a', 'READ')], '');
    expect(both('get', '/a')).toBe('ADMIN');
  });

  it('is that of the strictest where several answer', () => {
    const versions = (...scopes: (Scope | null)[]) =>
      scopesOf(
        scopes.map((scope) => route('GET', '/a', scope)),
        '',
      )('get', '/a');
    expect([versions('READ', 'ADMIN'), versions('ADMIN', 'READ'), versions('WRITE', 'WRITE')]).toEqual([
      'ADMIN',
      'ADMIN',
      'WRITE',
    ]);
    expect([versions('READ', null), versions(null, 'READ')]).toEqual([null, null]);
  });

  it('is found where the document leaves out the prefix, the path as it stands first', () => {
    const scopeOf = scopesOf(
      [route('GET', '/api/a', 'READ'), route('GET', '/api/b', 'READ'), route('GET', '/b', null)],
      'api',
    );
    expect([scopeOf('get', '/a'), scopeOf('get', '/api/a'), scopeOf('get', '/b')]).toEqual(['READ', 'READ', null]);
  });

  it('is none where nothing is known', () => {
    expect(scopesOf([route('GET', '/a', 'READ')], '')('get', '/other')).toBeNull();
  });
});
