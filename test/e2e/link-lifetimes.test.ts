import { Cleaning } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Administration, type NewLink } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe.each(databases)('P9 the lifetimes of a link on %s', (database) => {
  let fresh: FreshDatabase;
  let wiki: RunningWiki;
  const status = async (token: unknown) => (await call(wiki.url, String(token), '/rest/api/user/current')).status;
  const admin = () => new HttpSession(wiki.url).signIn('admin');
  const writer = () => new HttpSession(wiki.url).signIn('writer');
  const linked = async (link: NewLink) => LinkedApplication.create(wiki.url, await admin(), link);
  const answered = async (application: LinkedApplication) =>
    (await application.exchange(await application.codeFrom(await writer()))).body;
  const update = async ({ link }: LinkedApplication, changes: object) =>
    (await Administration.of(await admin())).updateLink(link.id, changes);
  const start = async (oauth: object = {}) => {
    wiki = await startWiki({ database: fresh, config: { oauth } });
  };

  beforeAll(async () => {
    fresh = await database.fresh();
  });
  afterEach(() => wiki.close());
  afterAll(() => fresh.drop());

  it('are its own: others keep the host’s', async () => {
    await start();
    const short = await linked({ accessTokenSeconds: 60, refreshTokenSeconds: 600 });
    const usual = await linked({});
    const [own, general] = [await answered(short), await answered(usual)];
    expect([own.expires_in, general.expires_in]).toEqual([60, 3600]);
    expect((await short.introspect(String(own.access_token))).body).toMatchObject({ active: true });
    wiki.clock.advance(minute);
    expect([await status(own.access_token), await status(general.access_token)]).toEqual([401, 200]);
    const next = (await short.refresh(String(own.refresh_token))).body;
    expect(next.expires_in).toBe(60);
    wiki.clock.advance(10 * minute);
    const late = await short.refresh(String(next.refresh_token));
    const cause = 'The refresh token has expired. Send the person to authorize again.';
    expect(late.body).toMatchObject({ error: 'invalid_grant', error_description: cause });
    expect((await usual.refresh(String(general.refresh_token))).status).toBe(200);
  });

  it('hold from the next token on: what was answered lives out what it was given', async () => {
    await start();
    const application = await linked({});
    const first = await answered(application);
    await update(application, { accessTokenSeconds: 60, refreshTokenSeconds: 120 });
    wiki.clock.advance(hour - minute);
    expect(await status(first.access_token)).toBe(200);
    const second = (await application.refresh(String(first.refresh_token))).body;
    expect(second.expires_in).toBe(60);
    await update(application, { accessTokenSeconds: null, refreshTokenSeconds: null });
    wiki.clock.advance(minute);
    expect(await status(second.access_token)).toBe(401);
    const third = (await application.refresh(String(second.refresh_token))).body;
    expect(third.expires_in).toBe(3600);
    wiki.clock.advance(89 * day);
    expect((await application.refresh(String(third.refresh_token))).status).toBe(200);
  });

  it('end a sign-in at the next refresh when its absolute life was shortened, and say so when asked', async () => {
    await start();
    const application = await linked({});
    const first = await answered(application);
    wiki.clock.advance(2 * minute);
    await update(application, { familySeconds: 60 });
    expect(await status(first.access_token)).toBe(200);
    expect((await application.introspect(String(first.refresh_token))).body).toEqual({ active: false });
    const refused = await application.refresh(String(first.refresh_token));
    expect(refused.body.error_description).toContain('longest life');
    const again = await answered(application);
    expect(again.expires_in).toBe(60);
  });

  it('refuse a code whose sign-in was over before it was exchanged', async () => {
    await start({ codeSeconds: 600 });
    const application = await linked({});
    const code = await application.codeFrom(await writer());
    await update(application, { familySeconds: 60 });
    wiki.clock.advance(minute);
    const refused = await application.exchange(code);
    expect(refused.body).toMatchObject({
      error: 'invalid_grant',
      error_description: expect.stringContaining('expired') as string,
    });
  });

  it('may be longer than the host’s where it allows that, and are capped when it allows less later', async () => {
    await start({
      accessTokenSeconds: 600,
      longestAccessTokenSeconds: 7200,
      familySeconds: 7200,
      longestFamilySeconds: 86_400,
    });
    const application = await linked({ accessTokenSeconds: 7200, familySeconds: 86_400 });
    const before = await answered(application);
    expect(before.expires_in).toBe(7200);
    await wiki.close();

    await start({ accessTokenSeconds: 600, familySeconds: 7200 });
    expect(await status(before.access_token)).toBe(200);
    const { body } = await application.at(wiki.url).refresh(String(before.refresh_token));
    expect(body.expires_in).toBe(600);
    const session = await admin();
    const path = `/rest/application-links/latest/links/${application.link.id}`;
    const shown = (await session.request(path)).json();
    expect(shown).toMatchObject({ accessTokenSeconds: 600, familySeconds: 7200 });
    await (await Administration.of(session)).updateLink(application.link.id, { description: 'saved as it was shown' });
    wiki.clock.advance(2 * hour);
    const refused = await application.at(wiki.url).refresh(String(body.refresh_token));
    expect(refused.body.error_description).toContain('longest life');
  });

  it('P24 decide what is cleaned away: the short-lived leaves, the long-lived stays', async () => {
    wiki = await startWiki({ database, config: { oauth: { keepEndedSeconds: 60 } } });
    const cleaning = wiki.get(Cleaning);
    const usual = await linked({});
    const lasting = await answered(usual);
    const short = await linked({ accessTokenSeconds: 60, refreshTokenSeconds: 120 });
    const gone = await answered(short);
    const lengthened = await linked({ accessTokenSeconds: 60, refreshTokenSeconds: 120 });
    const refreshed = (await answered(lengthened)).refresh_token;
    await update(lengthened, { refreshTokenSeconds: null });
    const kept = (await lengthened.refresh(String(refreshed))).body;
    await update(usual, { refreshTokenSeconds: 120 });
    wiki.clock.advance(2 * minute);
    expect(await cleaning.clean()).toMatchObject({ families: 0 });
    wiki.clock.advance(minute + 1000);
    expect(await cleaning.clean()).toMatchObject({ families: 1 });
    expect(await wiki.get(DataSource).manager.count('Family')).toBe(2);
    expect((await short.refresh(String(gone.refresh_token))).status).toBe(400);
    for (const [application, { refresh_token }] of [
      [usual, lasting],
      [lengthened, kept],
    ] as const) {
      expect((await application.refresh(String(refresh_token))).status).toBe(200);
    }
  });
});
