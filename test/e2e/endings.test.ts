import { Users } from 'nestjs-drawbridge/host';
import { Changes, Endings, Grant, Grants, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('P13 endings on %s', (database) => {
  let wiki: RunningWiki;
  let admin: HttpSession;
  let administration: Administration;
  const status = async (token: string, path = '/rest/api/user/current') => (await call(wiki.url, token, path)).status;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
  });

  afterAll(() => wiki.close());

  const linked = async (username: string) => {
    const application = await LinkedApplication.create(wiki.url, admin, { scopes: ['WRITE'] });
    const person = await new HttpSession(wiki.url).signIn(username);
    return { application, person, tokens: await application.tokensFrom(person) };
  };

  const newPerson = async (username: string, groups: readonly string[]) => {
    await administration.createPerson(username);
    for (const group of groups) {
      const joined = await administration.send('PUT', `/rest/api/user/${username}/group/${group}`);
      expect(joined.status, joined.text).toBeLessThan(300);
    }
    return new HttpSession(wiki.url).signIn(username, `${username}-password`);
  };

  it('deleting a link refuses its very next call and refresh', async () => {
    const { application, tokens } = await linked('writer');
    await administration.deleteLink(application.link.id);
    expect(await status(tokens.accessToken)).toBe(401);
    expect((await application.refresh(tokens.refreshToken)).status).toBe(401);
  });

  it('disabling a link refuses its very next call; enabling it lets it in again', async () => {
    const { application, tokens } = await linked('writer');
    await administration.updateLink(application.link.id, { enabled: false });
    expect(await status(tokens.accessToken)).toBe(401);
    const refused = await application.refresh(tokens.refreshToken);
    expect([refused.status, refused.body.error]).toEqual([400, 'unauthorized_client']);
    await administration.updateLink(application.link.id, { enabled: true });
    expect(await status(tokens.accessToken)).toBe(200);
  });

  it('a refresh that is under way while its link is disabled is no theft', async () => {
    const { application, tokens } = await linked('writer');
    const users = wiki.get(Users);
    await wiki.get(DataSource).transaction((manager) => wiki.get(Endings).everybodyChanged(manager)); // so that they are asked
    const asked = vi.spyOn(users, 'byId').mockImplementationOnce(async (id) => {
      asked.mockRestore();
      await administration.updateLink(application.link.id, { enabled: false });
      return users.byId(id);
    });
    const refused = await application.refresh(tokens.refreshToken);
    expect([refused.status, refused.body.error]).toEqual([400, 'unauthorized_client']);
    await administration.updateLink(application.link.id, { enabled: true });
    expect((await application.refresh(tokens.refreshToken)).status).toBe(200);
  });

  it('deleting links does not get in the way of counting their use', async () => {
    const usage = wiki.get(UsageRecorder);
    for (let round = 0; round < 8; round++) {
      const { application, tokens } = await linked('writer');
      await status(tokens.accessToken);
      await Promise.all([administration.deleteLink(application.link.id), usage.write()]);
    }
  });

  it('narrowing a link narrows what it got', async () => {
    const { application, tokens } = await linked('writer');
    await administration.updateLink(application.link.id, { scopes: ['READ'] });
    const json = { type: 'page', title: 'Too much', space: { key: 'DEMO' } };
    const answer = await call(wiki.url, tokens.accessToken, '/rest/api/content', { method: 'POST', json });
    expect(answer.status).toBe(403);
    expect(await status(tokens.accessToken)).toBe(200);
    expect((await application.refresh(tokens.refreshToken)).body.scope).toBe('READ');
  });

  it('demoting a person takes effect on the next call', async () => {
    const person = await newPerson('demoted', ['wiki-users', 'wiki-editors']);
    const application = await LinkedApplication.create(wiki.url, admin);
    const { accessToken } = await application.tokensFrom(person);
    const write = (title: string) =>
      call(wiki.url, accessToken, '/rest/api/content', {
        method: 'POST',
        json: {
          type: 'page',
          title,
          space: { key: 'DEMO' },
          body: { storage: { value: '', representation: 'storage' } },
        },
      });
    expect((await write('Before')).status).toBe(200);
    const demotion = await administration.send('DELETE', '/rest/api/user/demoted/group/wiki-editors');
    expect(demotion.status, demotion.text).toBeLessThan(300);
    expect((await write('After')).status).toBe(403);
    expect(await status(accessToken)).toBe(200);
  });

  it('disabling a person refuses their applications at once, calls and refreshes', async () => {
    const person = await newPerson('disabled', ['wiki-users']);
    const application = await LinkedApplication.create(wiki.url, admin);
    const tokens = await application.tokensFrom(person);
    const code = await application.codeFrom(person);
    expect(await status(tokens.accessToken)).toBe(200);
    const disabling = await administration.send('PUT', '/rest/api/admin/user/disabled/disable');
    expect(disabling.status, disabling.text).toBeLessThan(300);
    const refused = await call(wiki.url, tokens.accessToken, '/rest/api/user/current');
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('The person who authorized this application');
    const refresh = await application.refresh(tokens.refreshToken);
    expect([refresh.status, refresh.body.error]).toEqual([400, 'invalid_grant']);
    expect((await application.exchange(code)).body.error).toBe('invalid_grant');
  });

  it('a person withdraws what they let in, on all its devices', async () => {
    const { application, person, tokens } = await linked('reader');
    const second = await application.tokensFrom(person);
    const page = await person.get('/profile/authorized-applications');
    const form = page.form(`value="${await grantOf(person, application.link.clientId)}"`);
    const after = await person.submit(form, {}, 'Revoke');
    expect(after.text).toContain('Nothing it holds works any more');
    for (const { accessToken, refreshToken } of [tokens, second]) {
      expect(await status(accessToken)).toBe(401);
      expect((await application.refresh(refreshToken)).body.error).toBe('invalid_grant');
    }
  });

  it('P15 an application ends its own sign-in, and nothing of another client', async () => {
    const { application, person, tokens } = await linked('writer');
    const stranger = await LinkedApplication.create(wiki.url, admin);
    const revokeBy = async (by: LinkedApplication, token: string) => {
      const { clientId, clientSecret } = by.link;
      const body = new URLSearchParams({ token, client_id: clientId, client_secret: clientSecret });
      return (await fetch(`${wiki.url}/rest/oauth2/latest/revoke`, { method: 'POST', body })).status;
    };
    expect(await revokeBy(stranger, tokens.refreshToken)).toBe(200);
    expect(await status(tokens.accessToken)).toBe(200);
    const other = await application.tokensFrom(person);
    expect(await revokeBy(application, tokens.refreshToken)).toBe(200);
    expect(await status(tokens.accessToken)).toBe(401);
    expect((await application.refresh(tokens.refreshToken)).body.error_description).toContain('revoked');
    expect(await status(other.accessToken)).toBe(200);
    expect(await revokeBy(application, other.accessToken)).toBe(200);
    expect((await application.refresh(other.refreshToken)).status).toBe(400);
    expect(await revokeBy(application, 'nonsense')).toBe(200);
  });

  it('P15 nobody withdraws what another person let in, or learns that it exists', async () => {
    const { application, person, tokens } = await linked('writer');
    const id = await grantOf(person, application.link.clientId);
    const stranger = await new HttpSession(wiki.url).signIn('reader');
    const ticket = /<meta name="csrf-token" content="([^"]+)"/.exec(
      (await stranger.get('/profile/authorized-applications')).text,
    )?.[1];
    const remove = (which: string) =>
      stranger.request(`/rest/oauth2/latest/authorizations/${which}`, {
        method: 'DELETE',
        headers: { 'x-csrf-token': ticket ?? '' },
      });
    const [others, nobodys] = [await remove(id), await remove('0'.repeat(32))];
    expect(others.status).toBe(404);
    expect(others.text).toBe(nobodys.text);
    expect(await status(tokens.accessToken)).toBe(200);
  });

  it('P15 nobody sees what another person let in', async () => {
    const { application } = await linked('writer');
    const stranger = await new HttpSession(wiki.url).signIn('reader');
    for (const path of ['/rest/oauth2/latest/authorizations', '/profile/authorized-applications']) {
      const seen = await stranger.request(path);
      expect([seen.status, seen.text.includes(application.link.clientId)]).toEqual([200, false]);
      expect(seen.headers.get('cache-control')).toBe('no-store');
    }
    await expect(grantOf(stranger, application.link.clientId)).rejects.toThrow('no authorization');
  });

  it('P17 an authorization is withdrawn by a ticket for it, from a page of the wiki', async () => {
    const { application, person, tokens } = await linked('writer');
    const id = await grantOf(person, application.link.clientId);
    const other = await linked('writer');
    const page = await person.get('/profile/authorized-applications');
    const form = page.form(`value="${await grantOf(person, other.application.link.clientId)}"`);
    await person.submit(form, { id });
    await person.submit(page.form(`value="${id}"`), { ticket: null });
    const path = `/rest/oauth2/latest/authorizations/${id}`;
    const csrf = { 'x-csrf-token': /<meta name="csrf-token" content="([^"]+)"/.exec(page.text)?.[1] ?? '' };
    for (const headers of [
      {},
      { ...csrf, 'sec-fetch-site': 'cross-site' },
      { ...csrf, origin: 'https://evil.example' },
    ]) {
      expect((await person.request(path, { method: 'DELETE', headers })).status).toBe(403);
    }
    expect(await status(tokens.accessToken)).toBe(200);
    expect((await person.request(path, { method: 'DELETE', headers: csrf })).status).toBe(204);
    expect(await status(tokens.accessToken)).toBe(401);
  });

  it('P18 the authorized applications show names as text', async () => {
    const application = await LinkedApplication.create(wiki.url, admin, { name: 'Field <i>Notes</i>' });
    const person = await new HttpSession(wiki.url).signIn('writer');
    await application.tokensFrom(person);
    const { text } = await person.get('/profile/authorized-applications');
    expect(text).not.toContain('<i>Notes');
    expect(text).toContain('Field &lt;i>Notes');
  });

  it('P20 an id that cannot be is nobody’s authorization', async () => {
    const person = await Administration.of(await new HttpSession(wiki.url).signIn('writer'));
    for (const id of ['%00', 'x', 'a'.repeat(3000)]) {
      expect((await person.send('DELETE', `/rest/oauth2/latest/authorizations/${id}`)).status).toBe(404);
    }
  });

  it.each(['drawbridge_family set access_scopes', 'drawbridge_client set scopes'])(
    'P2 missing scope data refuses: update %s',
    async (update) => {
      const { application, tokens } = await linked('writer');
      const id = `'${application.link.clientId}'`;
      const where = update.includes('family') ? `client_id = ${id}` : `id = ${id}`;
      await wiki.get(DataSource).query(`update ${update} = '' where ${where}`);
      expect(await status(tokens.accessToken)).toBe(401);
    },
  );

  it('P14 a change and its events happen together or not at all', async () => {
    const { application, person, tokens } = await linked('writer');
    const { clientId } = application.link;
    const { userId } = await wiki.get(DataSource).manager.findOneByOrFail(Grant, {
      id: await grantOf(person, clientId),
    });
    const failing = wiki.get(Changes).make({ userId: null, address: null }, async (change) => {
      await wiki.get(Grants).endOne(change, { clientId, userId });
      change.record({ type: null as unknown as 'link.enabled', clientId, details: { name: 'x' } });
    });
    await expect(failing).rejects.toThrow();
    expect(await status(tokens.accessToken)).toBe(200);
  });

  it('P14 each way a sign-in ends leaves an event', async () => {
    const { application, person } = await linked('writer');
    const exchanged = async () => (await application.exchange(await application.codeFrom(person))).body;
    const { clientId, clientSecret, redirectUri } = application.link;
    const revoked = {
      token: String((await exchanged()).access_token),
      client_id: clientId,
      client_secret: clientSecret,
    };
    await fetch(`${wiki.url}/rest/oauth2/latest/revoke`, { method: 'POST', body: new URLSearchParams(revoked) });
    const code = await application.codeFrom(person);
    for (let tries = 0; tries < 2; tries++) await application.exchange(code);
    await application.exchange(await application.codeFrom(person), { redirect_uri: `${redirectUri}/` });
    const { refresh_token: first } = await exchanged();
    const { body: second } = await application.refresh(String(first));
    await application.refresh(String(second.refresh_token));
    await application.refresh(String(first));
    await answerConsent(person, application.authorizationUrl(), { button: 'Deny' });
    const events = await admin.request(`/rest/application-links/latest/links/${application.link.id}/events`);
    const types = events.json<{ results: { type: string }[] }>().results.map(({ type }) => type);
    expect(types.filter((type) => type !== 'authorization.given')).toEqual([
      'authorization.denied',
      'family.ended.refresh-replayed',
      'family.ended.code-misused',
      'family.ended.code-replayed',
      'family.ended.revoked',
      'link.created',
    ]);
  });

  it('P14 each ending leaves an event', async () => {
    const { application, person } = await linked('writer');
    const page = await person.get('/profile/authorized-applications');
    await person.submit(page.form(`value="${await grantOf(person, application.link.clientId)}"`), {}, 'Revoke');
    const events = await admin.request(`/rest/application-links/latest/links/${application.link.id}/events`);
    const types = events.json<{ results: { type: string }[] }>().results.map(({ type }) => type);
    expect(types).toEqual(['authorization.ended', 'authorization.given', 'link.created']);
  });
});

async function grantOf(person: HttpSession, clientId: string): Promise<string> {
  const list = (await person.request('/rest/oauth2/latest/authorizations')).json<{
    results: { id: string; clientId: string }[];
  }>();
  const grant = list.results.find((one) => one.clientId === clientId);
  if (!grant) throw new Error(`There is no authorization of ${clientId}.`);
  return grant.id;
}
