import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const hour = 3_600_000;

describe.each(databases)('P9 the absolute life of a sign-in on %s', (database) => {
  let fresh: FreshDatabase;
  let wiki: RunningWiki;
  const status = async (token: unknown) => (await call(wiki.url, String(token), '/rest/api/user/current')).status;
  const start = async (familySeconds?: number) =>
    (wiki = await startWiki({ database: fresh, config: { oauth: { familySeconds } } }));
  const linked = async () =>
    LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'), { scopes: ['WRITE'] });
  const writer = () => new HttpSession(wiki.url).signIn('writer');

  beforeAll(async () => {
    fresh = await database.fresh();
  });

  afterAll(() => fresh.drop());

  it('is reached however often it is refreshed, and the application hears why', async () => {
    await start(4 * 3600);
    const application = await linked();
    let { body } = await application.exchange(await application.codeFrom(await writer()));
    expect(body.expires_in).toBe(3600);
    for (let hours = 1; hours <= 3; hours++) {
      wiki.clock.advance(hour - 60_000);
      ({ body } = await application.refresh(String(body.refresh_token)));
      expect(await status(body.access_token)).toBe(200);
    }
    wiki.clock.advance(hour);
    ({ body } = await application.refresh(String(body.refresh_token)));
    expect(body.expires_in).toBeGreaterThan(150);
    expect(body.expires_in).toBeLessThanOrEqual(180);
    wiki.clock.advance(181_000);
    expect(await status(body.access_token)).toBe(401);
    const refused = await application.refresh(String(body.refresh_token));
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('longest life') as string,
    });
    await wiki.close();
  });

  it('is there for sign-ins that began before it was set', async () => {
    await start();
    const application = await linked();
    const { body } = await application.exchange(await application.codeFrom(await writer()));
    await wiki.close();
    await start(60);
    wiki.clock.advance(120_000);
    const { clientId: client_id, clientSecret: client_secret } = application.link;
    const refresh_token = String(body.refresh_token);
    const after = await postToken(wiki.url, {
      grant_type: 'refresh_token',
      refresh_token,
      client_id,
      client_secret,
    });
    expect(after.body.error_description).toContain('longest life');
    await wiki.close();
  });

  it('is none unless it is set', async () => {
    await start();
    const application = await linked();
    let { body } = await application.exchange(await application.codeFrom(await writer()));
    for (let months = 1; months <= 24; months++) {
      wiki.clock.advance(30 * 24 * hour);
      ({ body } = await application.refresh(String(body.refresh_token)));
    }
    expect(await status(body.access_token)).toBe(200);
    await wiki.close();
  });
});
