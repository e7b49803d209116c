import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

interface UsageAnswer {
  readonly requestsOfLastDay: number;
  readonly results: readonly { readonly requests: number; readonly refusals: number }[];
  readonly routes: readonly { readonly route: string; readonly requests: number; readonly refusals: number }[];
  readonly refusals: readonly { readonly reason: string; readonly refusals: number }[];
}

describe.each(databases)('what an application does on %s', { timeout: 120_000 }, (database) => {
  let fresh: FreshDatabase;
  let nodes: WikiProcess[];

  beforeEach(async () => {
    fresh = await database.fresh();
    nodes = [];
  });
  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await fresh.drop();
  });

  const start = async (): Promise<WikiProcess> => {
    const node = await WikiProcess.start({ database: fresh });
    nodes.push(node);
    return node;
  };

  const links = '/rest/application-links/latest/links';
  const usageOf = async (admin: HttpSession, { link }: LinkedApplication): Promise<UsageAnswer> =>
    (await admin.request(`${links}/${link.id}/usage?days=2`)).json<UsageAnswer>();
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const letIn = ({ results }: UsageAnswer): number => sum(results.map(({ requests }) => requests));
  const reasonsIn = ({ refusals }: UsageAnswer) =>
    Object.fromEntries(refusals.map(({ reason, refusals: times }) => [reason, times]));

  it('is told by route and by the reason of each refusal', async () => {
    const { url } = await start();
    const [admin, reader] = [await new HttpSession(url).signIn('admin'), await new HttpSession(url).signIn('reader')];
    const administration = await Administration.of(admin);
    const application = await LinkedApplication.create(url, admin, { scopes: ['READ', 'WRITE'] });
    const narrow = await application.tokensFrom(reader, 'READ');
    const { accessToken, refreshToken } = await application.tokensFrom(reader);
    const space = { key: 'NEW', name: 'New' };
    for (const word of ['one', 'two', 'three']) await call(url, accessToken, `/rest/api/search?cql=${word}`);
    await call(url, accessToken, '/rest/api/content/1');
    await call(url, accessToken, '/rest/api/content/2');
    await call(url, accessToken, '/rest/api/space', { method: 'POST', json: space });
    await call(url, narrow.accessToken, '/rest/api/space', { method: 'POST', json: space });
    await call(url, accessToken, '/rest/api/admin/group', { method: 'POST', json: {} });
    await call(url, accessToken, '/admin/application-links');
    await application.revoke(refreshToken);
    await call(url, accessToken, '/rest/api/space');
    await administration.updateLink(application.link.id, { enabled: false });
    await call(url, narrow.accessToken, '/rest/api/space');
    await call(url, `${narrow.accessToken}x`, '/rest/api/space');
    const usage = await usageOf(admin, application);
    expect(reasonsIn(usage)).toEqual({
      'granted-scope': 2,
      'link-scope': 1,
      closed: 1,
      'sign-in-ended': 1,
      'link-disabled': 1,
    });
    expect(usage).toMatchObject({ requestsOfLastDay: 5, results: [{}, { requests: 5, refusals: 6 }] });
    expect(usage.routes).toEqual([
      { route: 'GET /rest/api/search', requests: 3, refusals: 0 },
      { route: 'GET /rest/api/content/:id', requests: 2, refusals: 0 },
      { route: 'GET /rest/api/space', requests: 0, refusals: 2 },
      { route: 'POST /rest/api/space', requests: 0, refusals: 2 },
      { route: 'GET /admin/application-links', requests: 0, refusals: 1 },
      { route: 'POST /rest/api/admin/group', requests: 0, refusals: 1 },
    ]);
  });

  it('is counted exactly over a clean stop, and a kill loses what was not written yet', async () => {
    const wiki = await start();
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const application = await LinkedApplication.create(wiki.url, admin);
    const { accessToken } = await application.tokensFrom(writer);
    const ask = (times: number) =>
      Promise.all(Array.from({ length: times }, () => call(wiki.url, accessToken, '/rest/api/space')));
    await ask(60);
    await wiki.restart();
    expect(letIn(await usageOf(admin, application))).toBe(60);
    await ask(40);
    expect(letIn(await usageOf(admin, application))).toBe(100); // which wrote them
    await ask(15);
    await wiki.kill();
    await wiki.restart();
    const afterwards = await usageOf(admin, application);
    expect(letIn(afterwards)).toBeGreaterThanOrEqual(100);
    expect(letIn(afterwards)).toBeLessThanOrEqual(115);
    expect(afterwards.requestsOfLastDay).toBe(letIn(afterwards));
    expect(sum(afterwards.routes.map(({ requests }) => requests))).toBe(letIn(afterwards));
  });

  it('says from where each secret is used, and how many sign-ins live', async () => {
    const { url } = await start();
    const [admin, writer] = [await new HttpSession(url).signIn('admin'), await new HttpSession(url).signIn('writer')];
    const administration = await Administration.of(admin);
    const application = await LinkedApplication.create(url, admin);
    const secrets = `${links}/${application.link.id}/secrets`;
    const used = async () =>
      (await admin.request(secrets)).json<{ results: { usedBy: { address: string; userAgent: string }[] }[] }>()
        .results;
    expect(await used()).toMatchObject([{ lastUsedAt: null, usedBy: [] }]);
    const one = await application.exchange(await application.codeFrom(writer));
    await application.exchange(await application.codeFrom(writer));
    await administration.send('POST', secrets, { overlapSeconds: 3600 });
    const [newer, older] = await used();
    expect(newer).toMatchObject({ lastUsedAt: null, usedBy: [] });
    expect(older?.usedBy).toMatchObject([
      { address: expect.stringMatching(/127\.0\.0\.1|::1/) as string, userAgent: 'node' },
    ]);
    const signIns = async () => (await admin.request(`${links}/${application.link.id}/authorizations`)).json();
    expect(await signIns()).toMatchObject({ results: [{ liveSignIns: 2 }] });
    const reliance = async () => (await admin.request(`${links}/${application.link.id}/reliance`)).json();
    expect(await reliance()).toEqual({ people: 1, liveSignIns: 2, requestsOfLastDay: 0 });
    await application.revoke(String(one.body.refresh_token));
    expect(await signIns()).toMatchObject({ results: [{ liveSignIns: 1 }] });
  });

  if (database.name === 'PostgreSQL')
    it('is counted exactly on two nodes at once', async () => {
      const [one, other] = [await start(), await start()];
      const [admin, writer] = [
        await new HttpSession(one.url).signIn('admin'),
        await new HttpSession(one.url).signIn('writer'),
      ];
      const application = await LinkedApplication.create(one.url, admin);
      const { accessToken } = await application.tokensFrom(writer);
      for (let round = 0; round < 4; round++) {
        const calls = Array.from({ length: 60 }, (_, index) =>
          call((index % 2 ? one : other).url, accessToken, index % 3 ? '/rest/api/space' : '/rest/api/user/current'),
        );
        const looks = Array.from({ length: 6 }, () => usageOf(admin, application));
        await Promise.all([...calls, ...looks]);
      }
      await other.stop();
      const usage = await usageOf(admin, application);
      expect(letIn(usage)).toBe(240);
      expect(usage.requestsOfLastDay).toBe(240);
      expect(usage.routes).toEqual([
        { route: 'GET /rest/api/space', requests: 160, refusals: 0 },
        { route: 'GET /rest/api/user/current', requests: 80, refusals: 0 },
      ]);
    });
});
