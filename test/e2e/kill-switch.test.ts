import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
