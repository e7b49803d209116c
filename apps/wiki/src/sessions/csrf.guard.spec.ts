import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { HttpSession } from '../../../../test/support/http-session.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';

const settings = [
  { platform: 'express', contextPath: '' },
  { platform: 'fastify', contextPath: '/wiki' },
] as const;

describe.each(settings)('a form on $platform', ({ platform, contextPath }) => {
  let wiki: RunningWiki;
  let person: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database: databases[0]!, platform, contextPath });
  });
  afterAll(() => wiki.close());
  beforeEach(async () => {
    person = await new HttpSession(wiki.url).signIn('writer');
  });

  const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) => {
    const body = new URLSearchParams(fields);
    return person.request(path, { method: 'POST', body, headers, redirect: 'manual' });
  };
  const credentials = { username: 'reader', password: 'reader' };
  const ticket = async () => {
    const { fields } = (await person.get('/profile')).form('Sign out');
    return { csrfToken: new Map(fields).get('csrfToken') ?? '' };
  };
  const whoIsIt = async () => (await person.get('/rest/api/user/current')).status;

  it.each<Record<string, string>>([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { 'sec-fetch-site': 'cross-site', origin: 'null' },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:1' },
  ])('that %j says is foreign signs nobody in or out and saves nothing', async (headers) => {
    const csrf = await ticket();
    const { cookies } = person;
    const before = new Map(cookies);
    expect((await post('/login', credentials, headers)).status).toBe(403);
    expect((await post('/logout', csrf, headers)).status).toBe(403);
    expect((await post('/spaces/new', { ...csrf, name: 'Foreign', key: 'FOREIGN' }, headers)).status).toBe(403);
    expect([await whoIsIt(), cookies]).toEqual([200, before]);
  });

  it.each<Record<string, string>>([{}, { origin: 'null' }, { 'sec-fetch-site': 'same-origin', origin: 'null' }])(
    'of our own, which says %j, signs in also over another session, and out',
    async (headers) => {
      expect((await post('/login', credentials, headers)).status).toBe(303);
      expect((await post('/logout', await ticket(), headers)).status).toBe(303);
      expect(await whoIsIt()).toBe(401);
    },
  );

  it('of our own says the base URL’s origin', async () => {
    const { origin } = new URL(wiki.url);
    expect((await post('/login', credentials, { origin })).status).toBe(303);
  });

  it('signs out only with the session’s ticket', async () => {
    for (const forged of [{}, { csrfToken: '' }, { csrfToken: 'x'.repeat(43) }]) {
      expect((await post('/logout', forged as Record<string, string>)).status).toBe(403);
      expect(await whoIsIt()).toBe(200);
    }
    person.cookies.clear();
    expect((await post('/logout', {})).status).toBe(303);
  });
});
