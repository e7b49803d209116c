import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase, postgres } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { WikiProcess } from '../support/wiki-process.js';

describe.each(databases)('the wiki as a process on %s', (database) => {
  let fresh: FreshDatabase;
  let nodes: WikiProcess[];

  const start = async (env?: Record<string, string>) => {
    const node = await WikiProcess.start({ database: fresh, env });
    nodes.push(node);
    return node;
  };

  beforeEach(async () => {
    fresh = await database.fresh();
    nodes = [];
  });

  afterEach(async () => {
    await Promise.all(nodes.map((node) => node.kill()));
    await fresh.drop();
  });

  it.each(['express', 'fastify'])(
    'keeps people signed in when it is killed and started again, on %s',
    async (platform) => {
      const wiki = await start({ PLATFORM: platform });
      const writer = await new HttpSession(wiki.url).signIn('writer');
      await wiki.kill();
      await wiki.restart();
      expect((await writer.get('/rest/api/user/current')).json()).toMatchObject({ username: 'writer' });
    },
  );

  it('ends politely when it is asked to', async () => {
    const wiki = await start();
    const began = performance.now();
    await wiki.stop();
    expect(performance.now() - began).toBeLessThan(5000);
  });
});

describe('the wiki on PostgreSQL', () => {
  it('is one wiki when two nodes start at once on one database', async () => {
    const database = await postgres.fresh();
    const nodes = await Promise.all([WikiProcess.start({ database }), WikiProcess.start({ database })]);
    const [first, second] = nodes;
    const writer = await new HttpSession(first.url).signIn('writer');
    const elsewhere = new HttpSession(second.url);
    for (const [name, value] of writer.cookies) elsewhere.cookies.set(name, value);
    expect((await elsewhere.get('/rest/api/user/current')).json()).toMatchObject({ username: 'writer' });
    await Promise.all(nodes.map((node) => node.kill()));
    await database.drop();
  });
});
