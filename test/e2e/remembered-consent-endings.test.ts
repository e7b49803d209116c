import { Changes, Cleaning, Clients, Pauses } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { AskedPerson } from '../support/asked-person.js';
import { submitConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { verbatim } from '../support/network.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const day = 86_400_000;
const pkce = { code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256' };
const nobody = { userId: null, address: null };

describe.each(databases)('the end of a remembered yes on %s', (database) => {
  let wiki: RunningWiki;
  let administration: Administration;
  let application: LinkedApplication;
  let person: AskedPerson;
  let undo: [method: string, path: string][] = [];

  const admin = async (method: string, path: string) =>
    expect((await administration.send(method, path)).status).toBeLessThan(300);
  const authorizations = () => `/rest/application-links/latest/links/${application.link.id}/authorizations`;
  const withdraw = async () => {
    const { id } = await person.authorization();
    const profile = await person.session.get('/profile/authorized-applications');
    expect((await person.session.submit(profile.form(String(id)))).text).toContain('is out');
  };

  beforeAll(async () => {
    wiki = await startWiki({ database });
  });

  afterAll(() => wiki.close());

  beforeEach(async () => {
    const session = await new HttpSession(wiki.url, verbatim).signIn('admin');
    administration = await Administration.of(session);
    const link = { scopes: ['READ', 'WRITE', 'ADMIN'], rememberConsent: true };
    application = await LinkedApplication.create(wiki.url, session, link);
    person = new AskedPerson(await new HttpSession(wiki.url, verbatim).signIn('writer'), application);
  });

  afterEach(async () => {
    for (const [method, path] of undo) await admin(method, path);
    undo = [];
  });

  it('P17 comes with any change of the link, also one that is taken back', async () => {
    const { id } = application.link;
    const off = { rememberConsent: false };
    for (const change of [{ name: `Renamed ${id}` }, { scopes: ['READ', 'WRITE'] }, off, { enabled: false }, {}]) {
      await person.sayYes();
      expect([change, await person.unasked()]).toEqual([change, expect.any(String)]);
      wiki.clock.advance(1);
      await administration.updateLink(id, change);
      await administration.updateLink(id, { rememberConsent: true, enabled: true });
      expect([change, await person.unasked()]).toEqual([change, null]);
      expect(await person.authorization()).toMatchObject({ rememberedUntil: null });
    }
  });

  it('P17 comes when the application becomes public', async () => {
    await person.sayYes(pkce);
    const { clientId: id } = application.link;
    const clients = wiki.get(Clients);
    const settings = { ...(await clients.find(id))!, type: 'public' } as const;
    await wiki.get(Changes).make(nobody, (change) => clients.update(change, id, settings));
    expect(await clients.find(id)).toMatchObject({ type: 'public', rememberConsent: false });
    await wiki.get(DataSource).manager.update('Client', { id }, { rememberConsent: true });
    await person.sayYes(pkce);
    expect(await person.unasked(pkce)).toBeNull();
  });

  it('P13 comes when the link is disabled or deleted', async () => {
    await person.sayYes();
    await administration.updateLink(application.link.id, { enabled: false });
    expect((await person.ask()).location?.searchParams.get('error')).toBe('unauthorized_client');
    await administration.deleteLink(application.link.id);
    const { status, location } = await person.ask();
    expect([status, location]).toEqual([400, undefined]);
  });

  it.each([
    ['the person', withdraw],
    ['an administrator', () => admin('DELETE', authorizations())],
  ])('P13 comes with a withdrawal by %s, and a new yes brings nothing back', async (_, end) => {
    await person.sayYes();
    expect(await person.unasked()).toBeTruthy();
    await end();
    expect(await person.unasked()).toBeNull();
    await person.sayYes({ scope: 'READ' });
    expect(await person.unasked()).toBeNull();
    expect(await person.unaskedScope({ scope: 'READ' })).toBe('READ');
  });

  it('P13 comes with a withdrawal at the same time: what was given meanwhile is dead', async () => {
    for (let round = 0; round < 5; round++) {
      await person.sayYes();
      const asking = Array.from({ length: 4 }, () => person.unasked());
      const [, ...found] = await Promise.all([admin('DELETE', authorizations()), ...asking]);
      expect(await person.unasked()).toBeNull();
      for (const code of found) if (code) expect((await application.exchange(code)).status).toBe(400);
    }
  });

  it('P17 comes with a no to anything the application asks', async () => {
    await person.sayYes();
    await person.sayYes({ scope: 'READ' });
    await submitConsent(person.session, await person.ask({ scope: 'ADMIN' }), { button: 'Deny' });
    expect([await person.unasked(), await person.unasked({ scope: 'READ' })]).toEqual([null, null]);
  });

  it('P1 comes when the person rises, since what had no effect would have one', async () => {
    await person.sayYes({ scope: 'ADMIN' }, 'ADMIN');
    expect(await person.unasked({ scope: 'ADMIN' })).toBeTruthy();
    undo = [['DELETE', '/rest/api/user/writer/group/wiki-administrators']];
    await admin('PUT', '/rest/api/user/writer/group/wiki-administrators');
    expect(await person.unasked({ scope: 'ADMIN' })).toBeNull();
  });

  it('P1 comes when the person falls', async () => {
    await person.sayYes();
    undo = [['PUT', '/rest/api/user/writer/group/wiki-editors']];
    await admin('DELETE', '/rest/api/user/writer/group/wiki-editors');
    expect(await person.unasked()).toBeNull();
  });

  it('P1 comes when the person is disabled', async () => {
    await person.sayYes();
    const before = await wiki.get(DataSource).manager.count('Family');
    undo = [['PUT', '/rest/api/admin/user/writer/enable']];
    await admin('PUT', '/rest/api/admin/user/writer/disable');
    expect((await person.ask()).location?.searchParams.has('code') ?? false).toBe(false);
    expect(await wiki.get(DataSource).manager.count('Family')).toBe(before);
  });

  it('is only put off while applications are turned away', async () => {
    await person.sayYes();
    const pauses = wiki.get(Pauses);
    await wiki.get(Changes).make(nobody, (change) => pauses.begin(change));
    expect(await person.unasked()).toBeNull();
    await wiki.get(Changes).make(nobody, (change) => pauses.end(change));
    expect(await person.unasked()).toBeTruthy();
  });

  it('P24 comes thirty days after the yes, however often it was used, and leaves no row', async () => {
    const kept = () => wiki.get(DataSource).manager.count('RememberedConsent');
    await person.sayYes();
    wiki.clock.advance(29 * day);
    await person.session.signIn('writer');
    expect(await person.unasked()).toBeTruthy();
    wiki.clock.advance(day);
    await person.session.signIn('writer');
    expect(await person.unasked()).toBeNull();
    await wiki.get(Cleaning).clean();
    expect(await kept()).toBe(0);
    await person.sayYes();
    await withdraw();
    expect(await kept()).toBe(1);
    await wiki.get(Cleaning).clean();
    expect(await kept()).toBe(0);
  });
});

describe('a remembered yes where a sign-in has an absolute life', () => {
  let wiki: RunningWiki;
  const hour = 3_600_000;

  beforeAll(async () => {
    wiki = await startWiki({ database: databases[0]!, config: { oauth: { familySeconds: 8 * 3600 } } });
  });

  afterAll(() => wiki.close());

  it('counts it from the yes, so that nothing lasts longer for having been repeated', async () => {
    const admin = await new HttpSession(wiki.url, verbatim).signIn('admin');
    const application = await LinkedApplication.create(wiki.url, admin, { rememberConsent: true });
    const person = new AskedPerson(await new HttpSession(wiki.url, verbatim).signIn('writer'), application);
    expect((await person.ask()).text).toContain('for 8 hours');
    await person.sayYes();
    wiki.clock.advance(7.5 * hour);
    const { body } = await application.exchange((await person.unasked()) ?? '');
    expect(body.expires_in).toBeLessThanOrEqual(1800);
    wiki.clock.advance(0.5 * hour);
    expect((await application.refresh(String(body.refresh_token))).status).toBe(400);
    expect(await person.unasked()).toBeNull();
  });
});
