import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('codes and tokens of a person who is deactivated for a while, on %s', (database) => {
  let wiki: RunningWiki;
  let administration: Administration;
  let application: LinkedApplication;
  let writer: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
    application = await LinkedApplication.of(wiki.url, administration);
  });

  beforeEach(async () => {
    writer = await new HttpSession(wiki.url).signIn('writer');
  });

  afterAll(() => wiki.close());

  async function whileDeactivated<Result>(happens: () => Promise<Result>): Promise<Result> {
    await administration.send('PUT', '/rest/api/admin/user/writer/disable');
    const result = await happens();
    await administration.send('PUT', '/rest/api/admin/user/writer/enable');
    return result;
  }

  it('P8 a wrong redirect URI burns the code, which does not come back with the person', async () => {
    const code = await application.codeFrom(writer);
    const other = { redirect_uri: 'https://app.example.com/other' };
    expect((await whileDeactivated(() => application.exchange(code, other))).status).toBe(400);
    expect((await application.exchange(code)).status).toBe(400);
  });

  it('P9 a reused refresh token ends the family, which does not come back with the person', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const next = await application.refresh(String(body.refresh_token));
    wiki.clock.advance(10_001);
    expect((await whileDeactivated(() => application.refresh(String(body.refresh_token)))).status).toBe(400);
    expect((await call(wiki.url, String(next.body.access_token), '/rest/api/user/current')).status).toBe(401);
    expect((await application.refresh(String(next.body.refresh_token))).status).toBe(400);
  });

  it('P1 a refresh repeated in time is refused, and works on when the person is back', async () => {
    const { body } = await application.exchange(await application.codeFrom(writer));
    const next = await application.refresh(String(body.refresh_token));
    expect((await whileDeactivated(() => application.refresh(String(body.refresh_token)))).status).toBe(400);
    expect((await application.refresh(String(body.refresh_token))).body).toEqual(next.body);
  });
});
