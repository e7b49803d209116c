import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const links = '/rest/application-links/latest/links';
const wanted = (name: string, more: object = {}) => ({
  name,
  redirectUris: ['https://app.example.com/callback'],
  scopes: ['READ'],
  ...more,
});

const platforms = ['express', 'fastify'] as const;
const hosts = databases.map(
  (database, index) => [`${database.name}, ${platforms[index] ?? ''}`, database, platforms[index]] as const,
);

describe.each(hosts)('application links on %s', (_name, database, platform) => {
  let wiki: RunningWiki;
  let session: HttpSession;
  let admin: Administration;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, contextPath: '/confluence' });
    session = await new HttpSession(wiki.url).signIn('admin');
    admin = await Administration.of(session);
  });

  afterAll(() => wiki.close());

  const namesOf = async (query: string): Promise<readonly string[]> => {
    const page = await session.request(`${links}?query=${encodeURIComponent(query)}`);
    return page.json<{ results: { name: string }[] }>().results.map(({ name }) => name);
  };

  it('are found in any case, in any script, and by what looks like a wildcard', async () => {
    await admin.createLink({ name: 'Öffentliche Notizen 50%', redirectUris: ['https://Notes.example.com/Cb'] });
    expect(await namesOf('öffentliche')).toEqual(['Öffentliche Notizen 50%']);
    expect(await namesOf('50%')).toEqual(['Öffentliche Notizen 50%']);
    expect(await namesOf('notes.EXAMPLE')).toEqual(['Öffentliche Notizen 50%']);
    expect(await namesOf('5_%')).toEqual([]);
    expect(await namesOf('50\\')).toEqual([]);
    expect(await namesOf("'; --\u0000")).toEqual([]);
  });

  it('have names of their own, however many ask at once', async () => {
    const spellings = ['Race', 'RACE', 'race', ' Race ', 'rAcE'];
    const answers = await Promise.all(spellings.map((name) => admin.send('POST', links, wanted(name))));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await namesOf('race')).toHaveLength(1);
  });

  it('are changed by one of several who saw the same version', async () => {
    const { id } = await admin.createLink({ name: 'Seen by many' });
    const change = (description: string) =>
      admin.send('PUT', `${links}/${id}`, wanted('Seen by many', { version: 1, description }));
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(change));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const stale = answers.find(({ status }) => status === 409)?.json<{ message: string; version: number }>();
    expect(stale).toMatchObject({
      version: 2,
      message: expect.stringContaining('Ada Admin changed this link') as string,
    });
  });

  it('P20 refuse what cannot be with a 4xx, at every route', async () => {
    const { id } = await admin.createLink({ name: 'Refusing' });
    const odd = ['%00', 'x', '%ED%A0%80', 'a'.repeat(3000)];
    for (const part of odd) {
      for (const path of [
        `${links}/${part}`,
        `${links}/${part}/events`,
        `${links}/${id}/usage?days=${part}`,
        `${links}?start=${part}`,
        `/rest/application-links/latest/events?limit=${part}`,
        `/admin/application-links/${part}`,
        `/admin/application-links/${part}/edit`,
        `/admin/application-links/${id}/withdraw?person=${part === 'x' ? '%00' : part}`,
        `/admin/application-links/${id}?people=${part}`,
      ]) {
        const { status } = await session.request(path);
        expect(status >= 400 && status < 500, `${path.slice(0, 120)}: ${status.toString()}`).toBe(true);
      }
      for (const path of [`${links}/${id}/secrets/${part}`, `${links}/${id}/authorizations/${part}`]) {
        const { status } = await admin.send('DELETE', path);
        expect(status >= 400 && status < 500, `${path.slice(0, 120)}: ${status.toString()}`).toBe(true);
      }
    }
    const versions = [0, -1, 1.5, '1', 2 ** 31, 1e300, null, {}];
    for (const version of versions) {
      expect((await admin.send('PUT', `${links}/${id}`, wanted('Refusing', { version }))).status).toBe(400);
    }
  });

  it('are walked through without a script', async () => {
    const list = await session.get('/admin/application-links');
    expect(list.text).toContain('href="/confluence/admin/application-links/new"');
    const type = await session.get('/admin/application-links/new');
    const details = await session.submit(type.form('new/details'));
    const answers = {
      name: 'Walked <b>',
      redirectUris: ['https://a.example/cb', '', ' https://b.example/cb'],
      scope: 'ADMIN',
    };
    const credentials = await session.submit(details.form('new/details'), answers);
    expect(credentials.url).toContain('/credentials');
    expect(credentials.text).toMatch(/value="[0-9a-f]{64}"/);
    expect(credentials.text).toContain(`${wiki.url}/rest/oauth2/latest/token`);
    expect(credentials.text).not.toContain('Walked <b>');
    const id = /application-links\/([0-9a-f]{32})/.exec(credentials.url)?.[1] ?? '';
    expect((await session.request(`${links}/${id}`)).json()).toMatchObject({
      scopes: ['READ', 'WRITE', 'ADMIN'],
      redirectUris: ['https://a.example/cb', 'https://b.example/cb'],
    });
    const question = (await session.get(`/admin/application-links/${id}/delete`)).form('delete');
    const shown = await session.submit(question, { name: 'walked <B> ' });
    expect(shown.text).toMatch(/The link “Walked .*” is deleted\./);
  });

  it('are led to from the wiki’s own audit log', async () => {
    const { text } = await session.get('/admin/audit');
    expect(/href="([^"]*)"[^>]*>Audit trail of application links</.exec(text)?.[1]).toMatch(
      /\/admin\/application-links\/audit$/,
    );
  });

  it('believe no address that says what was done to which link', async () => {
    const { clientId } = await admin.createLink({ name: 'Alive' });
    for (const link of [clientId, '0'.repeat(32), '<b>', '']) {
      const parameters = new URLSearchParams({ done: 'deleted', link });
      const page = await session.get(`/admin/application-links?${parameters.toString()}`);
      expect([page.status, page.text.includes('is deleted')]).toEqual([200, false]);
    }
  });

  it('P17 take no form from another site, of another session, or for another version', async () => {
    const { id } = await admin.createLink({ name: 'Guarded' });
    const form = (await session.get(`/admin/application-links/${id}/delete`)).form('delete');
    const body = new URLSearchParams(form.fields.map(([name, value]) => [name, value]));
    const path = `/admin/application-links/${id}/delete`;
    const foreign = await session.request(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'cross-site' } });
    expect(foreign.status).toBe(403);
    const other = await new HttpSession(wiki.url).signIn('sysadmin');
    const stolen = await other.request(path, { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } });
    expect(stolen.text).toContain('Something changed since this page was opened');
    await admin.updateLink(id, { description: 'changed meanwhile' });
    expect((await session.submit(form)).text).toContain('Something changed since this page was opened');
    expect((await session.request(`${links}/${id}`)).status).toBe(200);
  });

  it('are for administrators', async () => {
    const writer = await new HttpSession(wiki.url).signIn('writer');
    expect((await writer.request(links)).status).toBe(403);
    expect((await writer.get('/admin/application-links')).status).toBe(403);
    const nobody = new HttpSession(wiki.url);
    expect((await nobody.request(links)).status).toBe(401);
    const sent = await nobody.request('/admin/application-links?query=x', { redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect(decodeURIComponent(sent.location?.search ?? '')).toContain('/admin/application-links?query=x');
  });
});
