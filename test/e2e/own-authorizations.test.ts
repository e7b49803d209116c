import { EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AskedPerson } from '../support/asked-person.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const profile = '/profile/authorized-applications';
const rest = '/rest/oauth2/latest/authorizations';

describe.each(databases)('what a person let in, on $name', (database) => {
  let wiki: RunningWiki;
  let application: LinkedApplication;
  let writer: HttpSession;
  let person: AskedPerson;

  const signIn = (name: string) => new HttpSession(wiki.url).signIn(name);
  const ticketOf = async (session: HttpSession) =>
    /name="csrf-token" content="([^"]+)"/.exec((await session.get(profile)).text)?.[1] ?? '';
  const withdraw = async (session: HttpSession, id: string) => {
    const headers = { 'x-csrf-token': await ticketOf(session), origin: new URL(wiki.url).origin };
    return session.request(`${rest}/${id}`, { method: 'DELETE', headers, redirect: 'manual' });
  };

  beforeAll(async () => {
    wiki = await startWiki({ database });
  });
  afterAll(() => wiki.close());

  beforeEach(async () => {
    application = await LinkedApplication.create(wiki.url, await signIn('admin'));
    writer = await signIn('writer');
    person = new AskedPerson(writer, application);
  });

  it('is nobody else’s business: the page asks to sign in, JSON answers 401', async () => {
    const nobody = new HttpSession(wiki.url);
    for (const method of ['GET', 'POST']) {
      const { status, location } = await nobody.request(profile, { method, redirect: 'manual' });
      expect([status, location?.pathname]).toEqual([303, '/login']);
    }
    expect((await nobody.request(rest)).status).toBe(401);
    expect((await nobody.request(`${rest}/${'0'.repeat(32)}`, { method: 'DELETE' })).status).toBe(401);
  });

  it('P17 is not withdrawn for another site, nor by a ticket for something else', async () => {
    await person.sayYes();
    const form = (await writer.get(profile)).form('ticket');
    const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
    const post = (headers: Record<string, string>, body = fields) =>
      writer.request(profile, { method: 'POST', body, headers, redirect: 'manual' });
    const foreign = await post({ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' });
    expect([foreign.status, foreign.text.includes('came from another site')]).toEqual([403, true]);
    const own = { origin: new URL(wiki.url).origin, 'sec-fetch-site': 'same-origin' };
    const stale = await post(own, new URLSearchParams({ id: fields.get('id') ?? '', ticket: 'x' }));
    expect([stale.status, stale.text.includes('The page was out of date')]).toEqual([200, true]);
    expect(await person.authorization()).toMatchObject({ clientId: application.link.clientId });
  });

  it('P14 is withdrawn on the page and by JSON, once, and the event says by whom and from where', async () => {
    const events = () =>
      wiki.get(DataSource).manager.find(EventRecord, {
        where: { type: 'authorization.ended', clientId: application.link.clientId },
        order: { id: 'ASC' },
      });
    await person.sayYes();
    const page = await writer.submit((await writer.get(profile)).form('ticket'));
    expect(page.text).toContain('The application is out.');
    await person.sayYes();
    const { id } = await person.authorization();
    for (const odd of [`x${String(id)}`, `${String(id)}x`, '%00', '0'.repeat(32)])
      expect((await withdraw(writer, odd)).status).toBe(404);
    expect((await withdraw(await signIn('admin'), String(id))).status).toBe(404);
    expect((await withdraw(writer, String(id))).status).toBe(204);
    expect((await withdraw(writer, String(id))).status).toBe(404);
    const by = { actorId: expect.any(String) as string, address: expect.stringContaining('127.0.0.1') as string };
    const ended = await events();
    expect(ended).toMatchObject([by, by]);
    expect(ended.every(({ actorId, userId }) => actorId === userId)).toBe(true);
  });

  it('P4 P17 is no more than the page offered, whatever the form says', async () => {
    for (const scope of ['WRITE', 'SYSTEM_ADMIN', 'NONE', ['READ', 'WRITE']]) {
      const page = await writer.submit((await person.ask({ scope: 'READ' })).form('answer'), { scope }, 'Allow');
      expect(page.status).toBe(400);
      expect(page.text).toContain('neither Allow with one of the shown permissions nor Deny');
    }
  });

  it.each([[[]], [['perhaps']], [['allow', 'allow']]])('P17 is nothing without a yes: %o', async (answers) => {
    const form = (await person.ask({ scope: 'READ' })).form('answer');
    const fields = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
    fields.set('scope', 'READ');
    for (const answer of answers) fields.append('answer', answer);
    const headers = { origin: new URL(wiki.url).origin, 'sec-fetch-site': 'same-origin' };
    const target = new URL(form.action, wiki.url).href;
    const page = await writer.request(target, { method: 'POST', body: fields, headers, redirect: 'manual' });
    expect([page.status, page.text.includes('neither Allow with one of')]).toEqual([400, true]);
    await expect(person.authorization()).rejects.toThrow('not at all');
  });
});
