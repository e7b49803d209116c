import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

const postgres = databases.find(({ name }) => name === 'PostgreSQL');
if (!postgres) throw new Error('There is no database for several nodes.');

describe('two nodes on one database', () => {
  let database: FreshDatabase;
  let nodes: readonly [WikiProcess, WikiProcess];
  let admin: HttpSession;
  let writer: HttpSession;
  let application: LinkedApplication;

  beforeAll(async () => {
    database = await postgres.fresh();
    nodes = await Promise.all([WikiProcess.start({ database }), WikiProcess.start({ database })]);
    admin = await new HttpSession(nodes[0].url).signIn('admin');
    writer = await new HttpSession(nodes[0].url).signIn('writer');
    application = await LinkedApplication.create(nodes[0].url, admin);
  });

  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await database.drop();
  });

  const statuses = (token: string) =>
    Promise.all(nodes.map(async ({ url }) => (await call(url, token, '/rest/api/user/current')).status));

  /** The same request to both nodes in turn, all at once. */
  const onBoth = (parameters: Record<string, string>) => {
    const { clientId, clientSecret } = application.link;
    const all = { client_id: clientId, client_secret: clientSecret, ...parameters };
    return Promise.all(Array.from({ length: 50 }, (_, index) => postToken(nodes[index % 2]?.url ?? '', all)));
  };

  it('P7 50 parallel exchanges of one code, half on each: exactly one success', async () => {
    const code = await application.codeFrom(writer);
    const redirect_uri = application.link.redirectUri;
    const answers = await onBoth({ grant_type: 'authorization_code', code, redirect_uri });
    const successes = answers.filter(({ status }) => status === 200);
    expect(successes).toHaveLength(1);
    expect(await statuses(String(successes[0]?.body.access_token))).toEqual([401, 401]);
  });

  it('P9 50 parallel refreshes, half on each: one family, one answer', async () => {
    const { refreshToken } = await application.tokensFrom(writer);
    const answers = await onBoth({ grant_type: 'refresh_token', refresh_token: refreshToken });
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.access_token)).size).toBe(1);
    expect(await statuses(String(answers[0]?.body.access_token))).toEqual([200, 200]);
  });

  it('P13 what ends on one node is refused by the next request on the other', async () => {
    const administration = await Administration.of(admin);
    const ended = await LinkedApplication.create(nodes[0].url, admin);
    const { accessToken } = await ended.tokensFrom(writer);
    expect(await statuses(accessToken)).toEqual([200, 200]);
    await administration.updateLink(ended.link.id, { enabled: false });
    expect(await statuses(accessToken)).toEqual([401, 401]);
    await administration.updateLink(ended.link.id, { enabled: true });
    expect(await statuses(accessToken)).toEqual([200, 200]);
    await administration.deleteLink(ended.link.id);
    expect(await statuses(accessToken)).toEqual([401, 401]);
  });
});
