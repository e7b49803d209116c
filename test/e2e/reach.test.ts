import { Changes, Grants, Pauses } from 'nestjs-drawbridge/oauth-provider';
import type { Scope } from 'nestjs-drawbridge/scopes';
import { actingAs } from 'nestjs-drawbridge/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration, type CreatedLink } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { everyRoute, type ReachJson, reachPath, yesOnPage } from '../support/reach.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const page = '/admin/application-links/reach';
const platforms = ['express', 'fastify'] as const;
/** What would begin something without being told of what. */
const tooMuch = ['/latest/pause', '/backup/site'];
const hosts = databases.map(
  (database, index) => [`${database.name}, ${platforms[index] ?? ''}`, database, platforms[index]] as const,
);

describe.each(hosts)('what applications can reach on %s', (_name, database, platform) => {
  let wiki: RunningWiki;
  let session: HttpSession;
  let administration: Administration;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, contextPath: '/confluence' });
    session = await new HttpSession(wiki.url).signIn('sysadmin');
    administration = await Administration.of(session);
  });

  afterAll(() => wiki.close());

  const idOf = async (username: string) => (await wiki.get(PeopleService).byUsername(username)).id;
  const ask = async (query: Readonly<Record<string, string>>) =>
    (await session.request(reachPath(query))).json<ReachJson>();
  const link = (name: string, ...scopes: Scope[]): Promise<CreatedLink> => administration.createLink({ name, scopes });

  /** Whether an answer is a refusal of ours, not of the wiki's own checks. */
  const isOurs = ({ status, headers }: Response) =>
    status === 401 || status === 503 || /insufficient_scope/.test(headers.get('www-authenticate') ?? '');

  /** Calls every route as the application, of things that are not there, and compares with what was answered. */
  async function expectTruth(question: { clientId: string; userId: string }, headers: Record<string, string>) {
    const routes = await everyRoute(session, question);
    const origin = new URL(wiki.url).origin;
    const lies: string[] = [];
    for (const { method, path, callable, reason } of routes) {
      if (callable && tooMuch.some((end) => `${method} ${path}`.endsWith(end))) continue;
      const address = origin + path.replace(/:\w+/g, 'no-such-thing');
      const answer = await fetch(address, { method, headers, redirect: 'manual' });
      if (isOurs(answer) === callable)
        lies.push(`${method} ${path}: ${reason ?? 'yes'}, but ${answer.status.toString()} ${await answer.text()}`);
    }
    expect(lies).toEqual([]);
    return routes;
  }

  it.each<[string, Scope, readonly Scope[], string]>([
    ['a reader who agreed to all', 'SYSTEM_ADMIN', ['SYSTEM_ADMIN'], 'reader'],
    ['a writer who agreed to less than the link has', 'ADMIN', ['READ'], 'writer'],
    ['a system administrator who agreed to less', 'SYSTEM_ADMIN', ['ADMIN'], 'sysadmin'],
    ['an administrator', 'WRITE', ['WRITE'], 'admin'],
    ['an administrator who agreed to more than they are', 'SYSTEM_ADMIN', ['SYSTEM_ADMIN'], 'admin'],
    ['a system administrator', 'SYSTEM_ADMIN', ['SYSTEM_ADMIN'], 'sysadmin'],
  ])('P1 P5 is answered as calls are judged, for %s', async (name, scope, agreed, username) => {
    const { clientId } = await link(`Truth for ${name}`, scope);
    const userId = await idOf(username);
    const { headers } = await actingAs(wiki.app, { person: userId, scopes: agreed, link: clientId });
    const routes = await expectTruth({ clientId, userId }, headers);
    expect(new Set(routes.map(({ callable }) => callable))).toEqual(new Set([true, false]));
    expect(await yesOnPage(session, { clientId, userId })).toEqual(
      routes.filter(({ callable }) => callable).map(({ method, path }) => `${method} ${path}`),
    );
  });

  it('P5 P13 is answered as calls are judged, whatever ended', async () => {
    const { id, clientId } = await link('Ending', 'WRITE');
    await administration.createPerson('ending');
    const userId = await idOf('ending');
    const { headers } = await actingAs(wiki.app, { person: userId, scopes: ['READ'], link: clientId });
    const expectNothing = async (obstacle: string) => {
      expect(await ask({ clientId, userId })).toMatchObject({ callable: 0, obstacle });
      const routes = await expectTruth({ clientId, userId }, headers);
      expect(routes.find(({ path }) => path.endsWith('/rest/api/space'))?.reason).toBe(obstacle);
    };
    await expectTruth({ clientId, userId }, headers);
    await wiki.get(Changes).make({ userId: null, address: null }, (change) => wiki.get(Pauses).begin(change));
    await expectNothing('paused');
    await wiki.get(Changes).make({ userId: null, address: null }, (change) => wiki.get(Pauses).end(change));
    await administration.updateLink(id, { enabled: false });
    await expectNothing('link-disabled');
    await administration.updateLink(id, { enabled: true });
    await administration.send('PUT', '/rest/api/admin/user/ending/disable');
    await expectNothing('person-inactive');
    await administration.send('PUT', '/rest/api/admin/user/ending/enable');
    const { callable } = await ask({ clientId, userId });
    expect(callable).toBeGreaterThan(0);
    await wiki
      .get(Changes)
      .make({ userId, address: null }, (change) => wiki.get(Grants).endOne(change, { clientId, userId }));
    await expectNothing('not-authorized');
    expect((await session.get(`${page}?clientId=${clientId}&userId=${userId}`)).text).toContain(
      'the person has not authorized this application',
    );
  });

  it('P5 is narrowed by what routes need, by kind, by the answer and by a part of their names', async () => {
    const all = await ask({});
    const { routes, counts } = all;
    expect(all.total).toBe(routes);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(routes);
    expect(all.callable).toBe(routes - (counts.CLOSED ?? 0));
    for (const [scope, count] of Object.entries(counts)) expect((await ask({ scope })).total).toBe(count);
    expect((await ask({ scope: 'UNDECIDED' })).results).toEqual([]);
    expect((await ask({ kind: 'REST' })).total).toBe(routes);
    expect((await ask({ kind: 'GATEWAY' })).total).toBe(0);
    expect((await ask({ callable: 'yes' })).total).toBe(all.callable);
    expect((await ask({ callable: 'no' })).total).toBe(counts.CLOSED);
    const found = await ask({ query: ' get /CONFLUENCE/rest/api/SPACE' });
    expect(found.results.map(({ path }) => path)).toEqual([
      '/confluence/rest/api/space',
      '/confluence/rest/api/space/:key',
    ]);
    expect((await ask({ query: 'SpaceController.remove' })).results).toMatchObject([
      { method: 'DELETE', scope: 'WRITE', source: 'rule /rest/api/*', kind: 'REST', callable: true, reason: null },
    ]);
    const shown = await session.get(`${page}?query=SpaceController&scope=WRITE`);
    expect(shown.text).toContain('<h2 id="db-routes-title">3 routes</h2>');
    expect((await session.get(`${page}?query=nothing-like-this`)).text).toContain('No route is like that.');
    expect((await session.get(`${page}?start=100`)).text).toContain(`101 to ${routes.toString()} of`);
  });

  it('P5 says for one link as far as each person may, and for one person whatever the application', async () => {
    const { clientId } = await link('Any person', 'WRITE');
    const forLink = await ask({ clientId });
    expect(forLink.callable).toBe((forLink.counts.READ ?? 0) + (forLink.counts.WRITE ?? 0));
    const shown = await session.get(`${page}?clientId=${clientId}&query=/rest/api/space`);
    expect(shown.text).toContain('for people who hold Write');
    const userId = await idOf('reader');
    const forReader = await ask({ userId });
    expect(forReader.callable).toBe(forReader.counts.READ);
    expect((await ask({ userId, query: 'SpaceController.create' })).results[0]).toMatchObject({
      callable: false,
      reason: 'level-of-person',
      message: 'The person holds only Read.',
    });
  });

  it('is led to from the list, from a link and from the people who authorized it', async () => {
    const { id, clientId } = await link('Led to', 'READ');
    const userId = await idOf('writer');
    await actingAs(wiki.app, { person: userId, scopes: ['READ'], link: clientId });
    expect((await session.get('/admin/application-links')).text).toContain(`href="/confluence${page}"`);
    const details = (await session.get(`/admin/application-links/${id}`)).text;
    expect(details).toContain(`href="/confluence${page}?clientId=${clientId}"`);
    expect(details).toContain(`href="/confluence${page}?clientId=${clientId}&amp;userId=${userId}"`);
    const start = await session.get(`${page}?clientId=${clientId}`);
    const answered = await session.submit(start.form('For the person'), { userId });
    const heading = /<h2 id="db-reach-answer">(.*?)<\/h2>/.exec(answered.text)?.[1];
    expect(heading?.replace(/<\/?bdi>/g, '')).toMatch(/^Led to can call \d+ of \d+ routes for Will Writer$/);
  });

  it('P20 refuses what cannot be asked with a 4xx that names it, and knows nobody it does not know', async () => {
    const odd = ['%00', 'x', '%ED%A0%80', 'a'.repeat(3000)];
    for (const name of ['clientId', 'userId', 'scope', 'kind', 'callable', 'start']) {
      for (const value of odd) {
        for (const path of [`${page}?${name}=${value}`, `${reachPath({})}?${name}=${value}`]) {
          const { status } = await session.request(path);
          expect(status >= 400 && status < 500, `${path.slice(0, 120)}: ${status.toString()}`).toBe(true);
        }
      }
    }
    const said = async (query: string) => (await session.request(`${reachPath({})}?${query}`)).text;
    expect(await said('scope=read')).toContain('‘scope’ is one of READ, WRITE, ADMIN, SYSTEM_ADMIN, CLOSED, UNDECIDED');
    expect(await said(`clientId=${'0'.repeat(32)}`)).toContain('no application link with this client ID');
    expect(await said('userId=nobody')).toContain('no person with this ID');
    expect(await said('scope=READ&scope=WRITE')).toContain('once');
    expect((await session.get(`${page}?userId=nobody`)).text).toContain('no person with this ID');
  });

  it('is for administrators at their browser, and as JSON for system administrators’ applications', async () => {
    const writer = await new HttpSession(wiki.url).signIn('writer');
    expect((await writer.get(page)).status).toBe(403);
    expect((await writer.request(reachPath({}))).status).toBe(403);
    const admin = await new HttpSession(wiki.url).signIn('admin');
    expect((await admin.get(page)).status).toBe(200);
    expect((await admin.request(reachPath({}))).status).toBe(200);
    const nobody = new HttpSession(wiki.url);
    expect((await nobody.request(reachPath({}))).status).toBe(401);
    const sent = await nobody.request(`${page}?scope=READ`, { redirect: 'manual' });
    expect(sent.status).toBe(303);
    expect(decodeURIComponent(sent.location?.search ?? '')).toContain(`${page}?scope=READ`);
    const statusesOf = async (username: string, scope: Scope) => {
      const { headers } = await actingAs(wiki.app, { person: await idOf(username), scopes: [scope] });
      const answers = [page, reachPath({})].map((path) => fetch(wiki.url + path, { headers, redirect: 'manual' }));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await statusesOf('sysadmin', 'SYSTEM_ADMIN')).toEqual([403, 200]);
    expect(await statusesOf('sysadmin', 'ADMIN')).toEqual([403, 403]);
    expect(await statusesOf('admin', 'SYSTEM_ADMIN')).toEqual([403, 403]);
  });
});
