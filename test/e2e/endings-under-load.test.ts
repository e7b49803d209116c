import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { ClosedTimes } from '../support/closed-times.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

const postgres = databases.find(({ name }) => name === 'PostgreSQL');
if (!postgres) throw new Error('There is no database for several nodes.');

/** One application of one person. */
interface Access {
  readonly application: LinkedApplication;
  readonly username: string;
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly keys: readonly string[];
}

/** `npm run bench:endings` does the same a thousand times. */
describe('two nodes under load', () => {
  const usernames = ['ulla', 'vera', 'wim', 'xaver'] as const;
  const closed = new ClosedTimes();
  const answers = { letIn: 0, refused: 0, forbidden: [] as string[] };
  const accesses: Access[] = [];
  let database: FreshDatabase;
  let nodes: readonly [WikiProcess, WikiProcess];
  let administration: Administration;
  let isOver = false;

  beforeAll(async () => {
    database = await postgres.fresh();
    nodes = [await WikiProcess.start({ database }), await WikiProcess.start({ database })];
    const admin = await new HttpSession(nodes[0].url).signIn('admin');
    administration = await Administration.of(admin);
    for (const username of usernames) {
      await administration.createPerson(username);
      const person = await new HttpSession(nodes[0].url).signIn(username, `${username}-password`);
      for (let count = 0; count < 3; count++) {
        const application = await LinkedApplication.create(nodes[0].url, admin);
        const tokens = await application.tokensFrom(person, 'READ');
        const keys = [username, application.link.id, tokens.accessToken];
        accesses.push({ application, username, ...tokens, keys });
      }
    }
  });

  afterAll(async () => {
    await Promise.all(nodes.map((node) => node.stop()));
    await database.drop();
  });

  const askAgainAndAgain = async (start: number) => {
    for (let turn = start; !isOver; turn++) {
      const access = accesses[turn % accesses.length];
      const node = nodes[Math.floor(turn / accesses.length) % 2];
      if (!access || !node) throw new Error('There is nobody to ask.');
      const beganAt = performance.now();
      const { status } = await call(node.url, access.accessToken, '/rest/api/space');
      if (status !== 200) answers.refused++;
      else if (closed.forbid(access.keys, beganAt)) answers.forbidden.push(access.username);
      else answers.letIn++;
    }
  };

  const ways: readonly ((access: Access, index: number) => Promise<unknown>)[] = [
    async ({ application, refreshToken, accessToken }, index) => {
      const at = nodes[index % 2]?.url ?? '';
      expect((await application.at(at).revoke(refreshToken)).status).toBe(200);
      closed.close(accessToken);
    },
    async ({ application: { link } }) => {
      await administration.updateLink(link.id, { enabled: false });
      closed.close(link.id);
      closed.reopen(link.id);
      await administration.updateLink(link.id, { enabled: true });
      await administration.updateLink(link.id, { enabled: false });
      closed.close(link.id);
    },
    async ({ application: { link } }) => {
      await administration.deleteLink(link.id);
      closed.close(link.id);
    },
    async ({ username }) => {
      const { status } = await administration.send('PUT', `/rest/api/admin/user/${username}/disable`);
      expect(status).toBeLessThan(300);
      closed.close(username);
    },
  ];

  it('P13 let nobody in whose request began after the answer to what ended their access', async () => {
    const load = Promise.all(Array.from({ length: 12 }, (_, start) => askAgainAndAgain(start)));
    for (const [index, access] of accesses.entries()) await ways[index % ways.length]?.(access, index);
    const letInAtTheEnd = answers.letIn;
    const refusedAtTheEnd = answers.refused;
    while (answers.refused < refusedAtTheEnd + 100) await new Promise((resolve) => setTimeout(resolve, 20));
    isOver = true;
    await load;
    expect(answers.forbidden).toEqual([]);
    expect(letInAtTheEnd).toBeGreaterThan(20);
  });
});
