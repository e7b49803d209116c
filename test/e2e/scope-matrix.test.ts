import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { answerConsent } from '../support/consent.js';
import { databases } from '../support/databases.js';
import { foreignClients } from '../support/foreign-client.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const ladder = ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'] as const;
const people = ['reader', 'writer', 'admin', 'sysadmin'] as const;
let pages = 0;

/** One route a level, as an application would call it. */
const routes = {
  READ: (wiki: string, token: string) => call(wiki, token, '/rest/api/space'),
  WRITE: (wiki: string, token: string) => {
    const body = { storage: { value: '<p>By an application.</p>', representation: 'storage' } };
    const json = { type: 'page', title: `Page ${(++pages).toString()}`, space: { key: 'DEMO' }, body };
    return call(wiki, token, '/rest/api/content', { method: 'POST', json });
  },
  ADMIN: (wiki: string, token: string) => call(wiki, token, '/rest/api/audit'),
  SYSTEM_ADMIN: (wiki: string, token: string) => call(wiki, token, '/rest/api/settings/systemInfo'),
} as const;

const cells = ladder.flatMap((scope) =>
  people.flatMap((person, height) =>
    ladder.map((needed) => {
      const suffices = Math.min(ladder.indexOf(scope), height) >= ladder.indexOf(needed);
      return { scope, person, needed, suffices };
    }),
  ),
);

describe.each(databases)('P1 scopes and levels on %s', (database) => {
  let wiki: RunningWiki;
  const sessions = new Map<string, HttpSession>();

  beforeAll(async () => {
    wiki = await startWiki({ database });
    for (const name of people) sessions.set(name, await new HttpSession(wiki.url).signIn(name));
  });

  afterAll(() => wiki.close());

  const session = (name: string): HttpSession => sessions.get(name) ?? new HttpSession(wiki.url);

  describe.each(foreignClients)('through $name', (library) => {
    const tokens = new Map<string, string>();

    beforeAll(async () => {
      const administration = await Administration.of(session('admin'));
      const { clientId, clientSecret, redirectUri } = await administration.createLink({ scopes: ['SYSTEM_ADMIN'] });
      for (const scope of ladder) {
        for (const person of people) {
          const client = library.create({ wiki: wiki.url, clientId, clientSecret, redirectUri, scope });
          const callback = await answerConsent(session(person), await client.begin(), { scope });
          tokens.set(`${scope} ${person}`, (await client.finish(callback)).accessToken);
        }
      }
    });

    it.each(cells)('$scope authorized by $person on a route that needs $needed: $suffices', async (cell) => {
      const token = tokens.get(`${cell.scope} ${cell.person}`) ?? '';
      const answer = await routes[cell.needed](wiki.url, token);
      expect(answer.status).toBe(cell.suffices ? 200 : 403);
      if (cell.suffices) return;
      expect(answer.headers.get('www-authenticate')).toContain(`scope="${cell.needed}"`);
      expect(await answer.json()).toMatchObject({ statusCode: 403, error: 'insufficient_scope' });
    });
  });

  it('P1 a link granted SYSTEM_ADMIN and authorized by reader can read and nothing else', async () => {
    const administration = await Administration.of(session('admin'));
    const link = await administration.createLink({ scopes: ['READ', 'WRITE', 'ADMIN', 'SYSTEM_ADMIN'] });
    const [library] = foreignClients;
    if (!library) throw new Error('There is no client library.');
    const client = library.create({ wiki: wiki.url, ...link, scope: 'READ WRITE ADMIN SYSTEM_ADMIN' });
    const { accessToken } = await client.finish(
      await answerConsent(session('reader'), await client.begin(), { scope: 'SYSTEM_ADMIN' }),
    );
    const statuses = await Promise.all(
      ladder.map(async (level) => (await routes[level](wiki.url, accessToken)).status),
    );
    expect(statuses).toEqual([200, 403, 403, 403]);
  });

  it("P1 the wiki's own checks judge a request at its person's level, whatever the token was granted", async () => {
    const link = await (await Administration.of(session('admin'))).createLink({ scopes: ['SYSTEM_ADMIN'] });
    const application = foreignClients[0]?.create({ wiki: wiki.url, ...link, scope: 'SYSTEM_ADMIN' });
    if (!application) throw new Error('There is no client library.');
    const callback = await answerConsent(session('admin'), await application.begin(), { scope: 'SYSTEM_ADMIN' });
    const { accessToken } = await application.finish(callback);
    const path = '/rest/api/user/admin/group/wiki-system-administrators';
    expect((await call(wiki.url, accessToken, path, { method: 'PUT' })).status).toBe(403);
  });

  it("P1 the wiki's own checks judge a request at the token's level, not at its person's", async () => {
    const administration = await Administration.of(session('admin'));
    const link = await administration.createLink({ scopes: ['SYSTEM_ADMIN'] });
    const application = foreignClients[0]?.create({ wiki: wiki.url, ...link, scope: 'ADMIN' });
    if (!application) throw new Error('There is no client library.');
    const callback = await answerConsent(session('sysadmin'), await application.begin());
    const { accessToken } = await application.finish(callback);
    const join = (group: string) =>
      call(wiki.url, accessToken, `/rest/api/user/writer/group/${group}`, { method: 'PUT' });
    expect((await join('wiki-administrators')).status).toBeLessThan(300);
    expect((await join('wiki-system-administrators')).status).toBe(403);
    await call(wiki.url, accessToken, '/rest/api/user/writer/group/wiki-administrators', { method: 'DELETE' });
  });
});
