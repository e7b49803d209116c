import { request as rawRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;
const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');

describe.each(platforms)('bearer requests on %s', (platform) => {
  let wiki: RunningWiki;
  let token: string;
  let readToken: string;
  let sysadmin: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform });
    const admin = await new HttpSession(wiki.url).signIn('admin');
    sysadmin = await new HttpSession(wiki.url).signIn('sysadmin');
    const application = await LinkedApplication.create(wiki.url, admin, { scopes: ['SYSTEM_ADMIN'] });
    token = (await application.tokensFrom(sysadmin, 'SYSTEM_ADMIN')).accessToken;
    readToken = (await application.tokensFrom(sysadmin, 'READ')).accessToken;
  });

  afterAll(() => wiki.close());

  /** The status of a request whose path goes over the wire as it is. */
  const rawStatus = (path: string, method = 'GET', bearer = readToken): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(wiki.url);
      const headers = { authorization: `Bearer ${bearer}` };
      const sent = rawRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject).end();
    });

  it('lets a token act as its person', async () => {
    const answer = await call(wiki.url, token, '/rest/api/user/current');
    expect(await answer.json()).toMatchObject({ type: 'known', username: 'sysadmin' });
  });

  it('takes the scheme in any case', async () => {
    for (const scheme of ['bearer', 'BEARER']) {
      const headers = { authorization: `${scheme} ${token}` };
      expect((await fetch(`${wiki.url}/rest/api/space`, { headers })).status).toBe(200);
    }
  });

  it.each(['/rest/api/user/current/password', '/admin', '/', '/pages/1', '/profile', '/admin/application-links'])(
    'P2 no scope opens %s',
    async (path) => {
      const method = path.endsWith('password') ? 'POST' : 'GET';
      expect((await call(wiki.url, token, path, { method })).status).toBe(403);
    },
  );

  it.each([
    '//rest/api/audit',
    '/rest//api/audit',
    '/rest/api/%61udit',
    '/REST/API/AUDIT',
    '/rest/api/audit/',
    '/rest/api/audit;a=b',
    '/rest/api/./audit',
    '/rest/api/x/../audit',
    '/rest/api/audit?x=/rest/api/space',
    '/rest/api/audit%3F',
    '/rest/api/audit#x',
    'http://localhost/rest/api/audit',
  ])('P3 no spelling opens a route that the scope does not: %s', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'OPTIONS']) {
      expect(await rawStatus(path, method)).toBeGreaterThanOrEqual(400);
    }
  });

  it('P3 a HEAD is judged as the GET it is', async () => {
    expect(await rawStatus('/rest/api/space', 'HEAD')).toBe(200);
    expect(await rawStatus('/rest/api/audit', 'HEAD')).toBe(403);
  });

  it('401 says that the token is not good, and why', async () => {
    for (const [bad, why] of [
      ['nonsense', 'no access token of this wiki'],
      [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'no access token of this wiki'],
    ]) {
      const answer = await call(wiki.url, bad ?? '', '/rest/api/space');
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer .*error="invalid_token", error_description="/);
      expect(await answer.json()).toMatchObject({
        statusCode: 401,
        error: 'invalid_token',
        message: expect.stringContaining(why ?? '') as string,
      });
    }
  });

  it('400 says that the token was sent in the wrong way', async () => {
    const bearer = { authorization: `Bearer ${token}` };
    const form = new URLSearchParams({ access_token: token });
    const answers = await Promise.all([
      fetch(`${wiki.url}/rest/api/space?access_token=${token}`),
      fetch(`${wiki.url}/rest/api/space?access_token=${token}`, { headers: bearer }),
      fetch(`${wiki.url}/rest/api/content`, { method: 'POST', body: form, headers: bearer }),
      fetch(`${wiki.url}/rest/api/space`, { headers: { authorization: `Bearer ${token} x` } }),
      fetch(`${wiki.url}/rest/api/space`, { headers: { authorization: 'Bearer' } }),
    ]);
    for (const answer of answers) {
      expect(answer.status).toBe(400);
      expect(answer.headers.get('www-authenticate')).toContain('error="invalid_request"');
      expect(await answer.json()).toMatchObject({ statusCode: 400, error: 'invalid_request' });
    }
  });

  it('a token in any other place opens nothing', async () => {
    const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });
    const tries: Record<string, string>[] = [
      basic(`${token}:x`),
      basic(`x:${token}`),
      { cookie: `wiki_session=${token}` },
      { cookie: `access_token=${token}` },
      { 'x-access-token': token },
      {},
    ];
    for (const headers of tries) expect((await fetch(`${wiki.url}/rest/api/space`, { headers })).status).toBe(401);
  });

  it('a session beside a bearer neither helps nor is prolonged', async () => {
    const cookie = [...sysadmin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await call(wiki.url, readToken, '/rest/api/audit', { headers: { cookie } });
    expect(answer.status).toBe(403);
    expect((await call(wiki.url, 'nonsense', '/rest/api/space', { headers: { cookie } })).status).toBe(401);
    const good = await call(wiki.url, readToken, '/rest/api/space', { headers: { cookie } });
    expect([good.status, good.headers.get('set-cookie')]).toEqual([200, null]);
  });

  it('requests without a bearer are the host’s business alone', async () => {
    expect((await sysadmin.request('/rest/api/audit')).status).toBe(200);
    expect((await fetch(`${wiki.url}/rest/api/space`)).status).toBe(401);
  });
});
