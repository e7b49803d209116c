import { RequestMethod } from '@nestjs/common';
import { describe, expect, it } from 'vitest';
import { byMethod, covers, coversInPart, judgedBy, perPath } from './route-rule.js';

const get = (path: string) => ({ path, method: RequestMethod.GET });

describe('a route rule', () => {
  it('covers everything below an open end, the place itself included', () => {
    const rule = { path: '/rest/api/*', scope: 'READ' } as const;
    expect(covers(rule, get('/rest/api'))).toBe(true);
    expect(covers(rule, get('/rest/api/content/:id'))).toBe(true);
    expect(covers(rule, get('/rest/apis'))).toBe(false);
    expect(covers(rule, get('/other/rest/api'))).toBe(false);
  });

  it('takes a star in the middle for exactly one segment', () => {
    const rule = { path: '/user/*/group/:group', scope: 'ADMIN' } as const;
    expect(covers(rule, get('/user/:username/group/:group'))).toBe(true);
    expect(covers(rule, get('/user/group/:group'))).toBe(false);
  });

  it('means the same with and without slashes at its ends', () => {
    for (const path of ['search/:id', '/search/:id/', '//search//:id']) {
      expect(covers({ path, scope: 'READ' }, get('/search/:id'))).toBe(true);
    }
  });

  it('P2 covers nothing below its end, unless that is open, and nothing above it', () => {
    expect(covers({ path: '/search', scope: 'READ' }, get('/search/all'))).toBe(false);
    expect(covers({ path: '/user/*/group', scope: 'READ' }, get('/user/:username'))).toBe(false);
    expect(covers({ path: '/user/*/group', scope: 'READ' }, get('/user/:username/group/:group'))).toBe(false);
    expect(covers({ path: '/*/*', scope: 'READ' }, get('/'))).toBe(false);
  });

  it('can be limited to a method', () => {
    const rule = { path: '/search', method: 'POST', scope: 'READ' } as const;
    expect(covers(rule, { path: '/search', method: RequestMethod.POST })).toBe(true);
    expect(covers(rule, get('/search'))).toBe(false);
  });

  it('covers only a part of a route that is declared for all methods, when it is for one of them', () => {
    const rule = { path: '/search', method: 'POST', scope: 'READ' } as const;
    const all = { path: '/search', method: RequestMethod.ALL };
    expect(coversInPart(rule, all)).toBe(true);
    expect(covers(rule, all)).toBe(false);
    expect(coversInPart(rule, { path: '/search', method: RequestMethod.POST })).toBe(false);
    expect(coversInPart(rule, { path: '/other', method: RequestMethod.ALL })).toBe(false);
    expect(coversInPart({ path: '/search', scope: 'READ' }, all)).toBe(false);
  });

  it('can name several paths, in their order', () => {
    const rules = perPath([
      { path: ['/a', '/b/*'], scope: 'ADMIN' },
      { path: '*', scope: 'READ' },
    ]);
    expect(rules.map(({ path, scope }) => [path, scope])).toEqual([
      ['/a', 'ADMIN'],
      ['/b/*', 'ADMIN'],
      ['*', 'READ'],
    ]);
  });

  it('needs READ for safe methods and WRITE for all others', () => {
    expect(byMethod(RequestMethod.GET)).toBe('READ');
    expect(byMethod(RequestMethod.HEAD)).toBe('READ');
    for (const method of [RequestMethod.POST, RequestMethod.DELETE, RequestMethod.PATCH, RequestMethod.ALL]) {
      expect(byMethod(method)).toBe('WRITE');
    }
    expect(judgedBy({ path: '*', scope: byMethod }, get('/'))).toBe('READ');
    expect(judgedBy({ path: '*', scope: 'ADMIN' }, get('/'))).toBe('ADMIN');
  });
});
