import { Cleaning } from 'nestjs-drawbridge/oauth-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { type FreshDatabase, postgres } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(['express', 'fastify'] as const)('a node that lets no application in, on %s', (platform) => {
  let database: FreshDatabase;
  let open: RunningWiki;
  let closed: RunningWiki;

  beforeAll(async () => {
    database = await postgres.fresh();
    open = await startWiki({ database, platform });
    closed = await startWiki({ database, platform, config: { oauth: { bearerEnabled: false } } });
  });

  afterAll(async () => {
    await Promise.all([open.close(), closed.close()]);
    await database.drop();
  });

  it('asks applications to come back and keep their tokens, which work elsewhere and are refreshed there too', async () => {
    const application = await LinkedApplication.create(open.url, await new HttpSession(open.url).signIn('admin'));
    const tokens = await application.tokensFrom(await new HttpSession(open.url).signIn('writer'));
    for (const path of ['/rest/api/user/current', '/']) {
      const answer = await call(closed.url, tokens.accessToken, path);
      expect([path, answer.status, answer.headers.get('retry-after')]).toEqual([path, 503, '300']);
      expect(answer.headers.get('www-authenticate')).toBeNull();
      expect(await answer.json()).toMatchObject({ statusCode: 503, error: 'temporarily_unavailable' });
    }
    expect((await call(open.url, tokens.accessToken, '/rest/api/user/current')).status).toBe(200);
    const { clientId: client_id, clientSecret: client_secret } = application.link;
    const refreshed = await postToken(closed.url, {
      grant_type: 'refresh_token',
      refresh_token: tokens.refreshToken,
      client_id,
      client_secret,
    });
    expect(refreshed.status).toBe(200);
    expect((await call(open.url, String(refreshed.body.access_token), '/rest/api/user/current')).status).toBe(200);
  });

  it('tells nobody whether a token is good', async () => {
    expect((await call(closed.url, 'nonsense', '/rest/api/user/current')).status).toBe(503);
  });

  it('lets people in as ever', async () => {
    const person = await new HttpSession(closed.url).signIn('reader');
    expect((await person.request('/rest/api/user/current')).status).toBe(200);
  });
});

describe('P13 a pause of all applications', () => {
  let database: FreshDatabase;
  let nodes: readonly [RunningWiki, RunningWiki];
  const path = '/rest/application-links/latest/pause';

  beforeAll(async () => {
    database = await postgres.fresh();
    const first = await startWiki({ database });
    nodes = [first, await startWiki({ database, platform: 'fastify' })];
  });

  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.close()));
    await database.drop();
  });

  it('turns them away on every node once it was answered, lets them in again after it, and leaves events', async () => {
    const admin = await new HttpSession(nodes[0].url).signIn('admin');
    const administration = await Administration.of(admin);
    const application = await LinkedApplication.create(nodes[0].url, admin);
    const { accessToken } = await application.tokensFrom(await new HttpSession(nodes[0].url).signIn('writer'));
    const answers = () => Promise.all(nodes.map(({ url }) => call(url, accessToken, '/rest/api/user/current')));
    const statuses = async () => (await answers()).map(({ status }) => status);
    const send = async (method: string) => (await administration.send(method, path)).status;
    const isPaused = async () => (await admin.request(path)).json<{ paused: boolean }>().paused;
    for (let round = 0; round < 3; round++) {
      expect([await statuses(), await isPaused()]).toEqual([[200, 200], false]);
      expect([await send('PUT'), await send('PUT')]).toEqual([204, 204]);
      expect([await statuses(), await isPaused()]).toEqual([[503, 503], true]);
      for (const answer of await answers()) expect(answer.headers.get('retry-after')).toBe('300');
      const introspection = await application.introspect(accessToken);
      expect([introspection.status, introspection.body.error]).toEqual([503, 'temporarily_unavailable']);
      expect([await send('DELETE'), await send('DELETE')]).toEqual([204, 204]);
    }
    const events = await admin.request('/rest/application-links/latest/events?limit=6');
    const types = events.json<{ results: { type: string }[] }>().results.map(({ type }) => type);
    expect(types).toEqual(Array.from({ length: 3 }, () => ['applications.resumed', 'applications.paused']).flat());
  });

  it('says nothing about a token either whose sign-in has ended and was cleaned away', async () => {
    const [wiki] = nodes;
    const { url } = wiki;
    const admin = await new HttpSession(url).signIn('admin');
    const application = await LinkedApplication.create(url, admin);
    const { accessToken } = await application.tokensFrom(await new HttpSession(url).signIn('writer'));
    await application.revoke(accessToken);
    const status = async () => (await call(url, accessToken, '/rest/api/user/current')).status;
    wiki.clock.advance(2 * 86_400_000);
    await wiki.get(Cleaning).clean();
    const administration = await Administration.of(await new HttpSession(url).signIn('admin'));
    await administration.send('PUT', path);
    const paused = await status();
    await administration.send('DELETE', path);
    expect([paused, await status()]).toEqual([503, 401]);
  });

  it('is no business of people who are no administrators', async () => {
    const writer = await new HttpSession(nodes[0].url).signIn('writer');
    expect((await (await Administration.of(writer)).send('PUT', path)).status).toBe(403);
    expect((await fetch(nodes[0].url + path)).status).toBe(401);
  });
});
