import { h } from 'preact';
import { describe, expect, it } from 'vitest';
import { documentOf } from './document.js';
import { type Visit } from './visit.js';

const hostile = `"><script>alert('x')</script>&`;

const visit: Visit = {
  person: {
    id: '1',
    username: hostile,
    displayName: hostile,
    level: 'SYSTEM_ADMIN',
    groups: [],
    language: null,
    timeZone: null,
  },
  csrfToken: 'ticket-of-the-session',
  now: 0,
  pathOf: (path) => `/confluence${path}`,
  asset: (file) => `/confluence/assets/${file}?v=1`,
};

const space = {
  kind: 'space',
  key: hostile,
  name: hostile,
  tree: [{ id: '7', title: hostile, children: [] }],
} as const;
const render = (page: Partial<Parameters<typeof documentOf>[1]> = {}) =>
  documentOf(visit, { title: 'A page', frame: { kind: 'plain' }, content: h('h1', null, 'A page'), ...page });

describe('documentOf', () => {
  it('P18 shows names given by strangers as text, everywhere', () => {
    const html = render({ title: hostile, frame: space });
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<script/g)).toHaveLength(1);
  });

  it('P19 has no script and no style of its own inside', () => {
    const html = render({ frame: { kind: 'admin', current: 'people' } });
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('writes every link with the context path', () => {
    const paths = [...render({ frame: space }).matchAll(/(?:href|src|action)="([^"]*)"/g)].map(([, path]) => path);
    expect(paths.filter((path) => !path?.startsWith('/confluence/') && path !== '#main')).toEqual([]);
  });

  it('links the style sheets and scripts of a page after its own, in order', () => {
    const html = render({ stylesheets: ['/lib.css'], scripts: ['/lib.js'] });
    expect(html).toContain('<link rel="stylesheet" href="/lib.css"/>');
    expect(html).toContain('<script src="/lib.js" defer></script>');
    expect(html.indexOf('/lib.css')).toBeGreaterThan(html.indexOf('tokens.css'));
  });

  it('carries the form ticket that a page brings, else the one of the session', () => {
    expect(render()).toContain('<meta name="csrf-token" content="ticket-of-the-session"/>');
    expect(render({ csrfToken: 'other' })).toContain('<meta name="csrf-token" content="other"/>');
  });

  it.each([
    ['READ', false, false],
    ['WRITE', true, false],
    ['ADMIN', true, true],
    ['SYSTEM_ADMIN', true, true],
  ] as const)('offers %s what that level may do', (level, mayCreate, mayAdminister) => {
    const person = { id: '1', username: 'x', displayName: 'X', level, groups: [], language: null, timeZone: null };
    const html = documentOf({ ...visit, person }, { title: 'A page', frame: { kind: 'plain' }, content: null });
    expect(html.includes('href="/confluence/create"')).toBe(mayCreate);
    expect(html.includes('href="/confluence/admin"')).toBe(mayAdminister);
  });

  it('shows nobody a menu of their own', () => {
    const html = documentOf(
      { ...visit, person: null, csrfToken: '' },
      { title: 'A', frame: { kind: 'plain' }, content: null },
    );
    expect(html).toContain('href="/confluence/login"');
    expect(html).not.toContain('csrf-token');
    expect(html).not.toContain('/logout');
  });
});
