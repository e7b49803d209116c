import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const [sqlite] = databases;
if (!sqlite) throw new Error('There is no embedded database.');

/** Requests as clients of Confluence Data Center write them, parameter by parameter. */
describe.each(['express', 'fastify'] as const)('requests of known applications on %s', (platform) => {
  let wiki: RunningWiki;
  let writer: HttpSession;
  let admin: HttpSession;
  let application: LinkedApplication;
  const callback = 'https://app.example.com/callback';

  beforeAll(async () => {
    wiki = await startWiki({ database: sqlite, platform, contextPath: '/confluence' });
    writer = await new HttpSession(wiki.url).signIn('writer');
    admin = await new HttpSession(wiki.url).signIn('admin');
    application = await LinkedApplication.create(wiki.url, admin, { scopes: ['ADMIN'], redirectUris: [callback] });
  });

  afterAll(() => wiki.close());

  const authorize = (parameters: Record<string, string>) => {
    const url = new URL(`${wiki.url}/rest/oauth2/latest/authorize`);
    url.search = new URLSearchParams(parameters).toString();
    return url;
  };
  const credentials = () => ({ client_id: application.link.clientId, client_secret: application.link.clientSecret });
  const basic = (id: string, secret: string) => `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`;
  const get = async (token: unknown, path: string) => call(wiki.url, String(token), path);
  const read = async <Body = unknown>(token: unknown, path: string) => (await (await get(token, path)).json()) as Body;

  it('mcp-atlassian: everything in the body, no PKCE, refreshes without redirect_uri', async () => {
    const { client_id } = credentials();
    const asked = { client_id, scope: 'READ WRITE', redirect_uri: callback, response_type: 'code', state: 's' };
    const back = await answerConsent(writer, authorize(asked));
    const code = back.searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', ...credentials(), code, redirect_uri: callback };
    const { body } = await postToken(wiki.url, grant);
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 3600 });
    wiki.clock.advance((3600 - 300) * 1000);
    const refreshToken = String(body.refresh_token);
    const grantAgain = { grant_type: 'refresh_token', ...credentials(), refresh_token: refreshToken };
    const next = await postToken(wiki.url, grantAgain);
    expect(next.body).toMatchObject({ expires_in: 3600, refresh_token: expect.any(String) as string });
    expect((await get(next.body.access_token, '/rest/api/space')).status).toBe(200);
  });

  describe('Mattermost', () => {
    it('is given an id of 32 and a secret of 64 characters at least', () => {
      const { clientId, clientSecret } = application.link;
      expect(clientId.length).toBeGreaterThanOrEqual(32);
      expect(clientSecret.length).toBeGreaterThanOrEqual(64);
    });

    it.each([
      ['writer', 'READ WRITE', 'abcdefghijklmno_kx7h1f8mjtyc3pa9d5s4r6wqee'],
      ['admin', 'ADMIN', 'abcdefghijklmno_kx7h1f8mjtyc3pa9d5s4r6wqee_admin'],
    ])('%s asks for %s, sends Basic and then the body, and calls its routes', async (name, scope, state) => {
      const { client_id, client_secret } = credentials();
      const person = name === 'admin' ? admin : writer;
      const back = await answerConsent(
        person,
        authorize({ access_type: 'offline', client_id, redirect_uri: callback, response_type: 'code', scope, state }),
      );
      expect(back.searchParams.get('state')).toBe(state);
      const grant = {
        code: back.searchParams.get('code') ?? '',
        grant_type: 'authorization_code',
        redirect_uri: callback,
      };
      const first = await postToken(wiki.url, grant, { authorization: basic(client_id, '0'.repeat(64)) });
      expect(first.status).toBe(401);
      const second = await postToken(wiki.url, { ...grant, client_id, client_secret });
      expect(second.status).toBe(200);
      const refresh = { grant_type: 'refresh_token', refresh_token: String(second.body.refresh_token) };
      const third = await postToken(wiki.url, refresh, { authorization: basic(client_id, client_secret) });
      const token = third.body.access_token;

      const me = await read(token, '/rest/api/user/current');
      expect(me).toMatchObject({ type: 'known', username: name, userKey: expect.any(String) as string });
      const space = await read(token, '/rest/api/space/DEMO?status=any');
      expect(space).toMatchObject({
        id: expect.any(Number) as number,
        key: 'DEMO',
        name: expect.any(String) as string,
      });
      const spaces = await read(token, '/rest/api/space?start=0&limit=10');
      expect(spaces).toMatchObject({ start: 0, limit: 10, results: expect.any(Array) as unknown[] });
      const found = await read<{ results: { id: string }[] }>(token, '/rest/api/content?spaceKey=DEMO&limit=1');
      const expand = 'status=any&expand=body.view,container,space,history';
      const page = await read(token, `/rest/api/content/${found.results[0]?.id ?? ''}?${expand}`);
      expect(page).toMatchObject({
        id: found.results[0]?.id,
        body: { view: { value: expect.any(String) as string } },
        container: { key: 'DEMO' },
        space: { key: 'DEMO' },
        history: { createdBy: { username: expect.any(String) as string } },
      });
      expect((await get(token, '/rest/api/audit')).status).toBe(scope === 'ADMIN' ? 200 : 403);
    });
  });

  it('jira.js: asks for JSON and sends redirect_uri with each refresh', async () => {
    const { client_id } = credentials();
    const asked = { client_id, scope: 'READ WRITE', redirect_uri: callback, state: 's', response_type: 'code' };
    const code = (await answerConsent(writer, authorize(asked))).searchParams.get('code') ?? '';
    const headers = { accept: 'application/json' };
    const grant = { grant_type: 'authorization_code', ...credentials(), code, redirect_uri: callback };
    const { body } = await postToken(wiki.url, grant, headers);
    const grantAgain = {
      grant_type: 'refresh_token',
      ...credentials(),
      refresh_token: String(body.refresh_token),
      redirect_uri: callback,
    };
    const next = await postToken(wiki.url, grantAgain, headers);
    expect([next.status, next.body.scope]).toEqual([200, 'READ WRITE']);
  });

  it('python-social-auth: PKCE as s256 with a verifier of 48 characters, in the body', async () => {
    const verifier = randomBytes(36).toString('base64url');
    expect(verifier).toHaveLength(48);
    const { client_id } = credentials();
    const back = await answerConsent(
      writer,
      authorize({
        client_id,
        redirect_uri: callback,
        state: 's',
        response_type: 'code',
        scope: 'READ',
        code_challenge_method: 's256',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      }),
    );
    const code = back.searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', code, ...credentials(), redirect_uri: callback };
    const { body } = await postToken(wiki.url, { ...grant, code_verifier: verifier });
    const refresh = { refresh_token: String(body.refresh_token), grant_type: 'refresh_token', ...credentials() };
    expect((await postToken(wiki.url, refresh)).status).toBe(200);
  });

  it('OpenHands: asks for WRITE alone on a link registered for ADMIN', async () => {
    const { client_id } = credentials();
    const asked = { client_id, redirect_uri: callback, response_type: 'code', scope: 'WRITE', state: 's' };
    const code = (await answerConsent(writer, authorize(asked))).searchParams.get('code') ?? '';
    const grant = { grant_type: 'authorization_code', code, ...credentials(), redirect_uri: callback };
    const { body } = await postToken(wiki.url, grant);
    expect(body.scope).toBe('WRITE');
    expect((await get(body.access_token, '/rest/api/user/current')).status).toBe(200);
  });
});

describe('the client that sends everything in the address, with an empty form', () => {
  const ask = async (wiki: RunningWiki, parameters: Record<string, string>, body = '') => {
    const query = new URLSearchParams(parameters).toString();
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${wiki.url}/rest/oauth2/latest/token?${query}`, { method: 'POST', headers, body });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const dance = async (wiki: RunningWiki) => {
    const application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    const code = await application.codeFrom(await new HttpSession(wiki.url).signIn('writer'));
    const { clientId, clientSecret, redirectUri } = application.link;
    const credentials = { client_id: clientId, client_secret: clientSecret };
    const grant = { grant_type: 'authorization_code', code, redirect_uri: redirectUri, ...credentials };
    return { application, code, grant };
  };

  it('P11 is refused with a reason, and loses its code by it no more than by any unproven try', async () => {
    const wiki = await startWiki({ database: sqlite });
    try {
      const { application, code, grant } = await dance(wiki);
      const { status, body } = await ask(wiki, grant);
      expect([status, body.error]).toEqual([400, 'invalid_request']);
      expect(body.error_description).toContain('in the body');
      expect((await application.exchange(code)).status).toBe(200);
    } finally {
      await wiki.close();
    }
  });

  it.each(['express', 'fastify'] as const)('is let in where the host allows it, on %s', async (platform) => {
    const wiki = await startWiki({ database: sqlite, platform, config: { oauth: { allowSecretInQuery: true } } });
    try {
      const { application, grant } = await dance(wiki);
      const repeated = await ask(wiki, grant, `client_id=${application.link.clientId}`);
      expect(repeated.body.error_description).toContain('client_id was sent more than once');
      const { status, body } = await ask(wiki, grant);
      expect(status).toBe(200);
      expect(body.created_at).toEqual(expect.any(Number));
      expect((await application.refresh(String(body.refresh_token))).status).toBe(200);
    } finally {
      await wiki.close();
    }
  });
});
