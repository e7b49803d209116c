import { describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { startWiki } from '../../../../test/support/start-wiki.js';

const postgres = databases.find(({ name }) => name === 'PostgreSQL')!;

describe.each(['express', 'fastify'] as const)('a request that fails, on %s', (platform) => {
  it('is answered with 503 while the database is away, and the wiki lives on', async () => {
    const database = await postgres.fresh();
    const wiki = await startWiki({ database, platform });
    await database.drop();
    for (const path of ['/rest/api/space', '/spaces']) {
      const response = await fetch(wiki.url + path, { headers: { cookie: 'wiki_session=anything' } });
      expect(response.status).toBe(503);
      expect(response.headers.get('retry-after')).toBe('5');
    }
    await wiki.close();
  });

  it('is answered with the way to sign in, or in JSON, as it was asked', async () => {
    const wiki = await startWiki({ database: databases[0]!, platform, contextPath: '/wiki' });
    const get = (path: string, headers = {}) => fetch(wiki.url + path, { redirect: 'manual', headers });
    const page = await get('/spaces?x=1');
    expect([page.status, page.headers.get('location')]).toEqual([303, '/wiki/login?returnTo=%2Fspaces%3Fx%3D1']);
    expect((await get('/spaces', { authorization: 'Bearer nothing' })).headers.get('content-type')).toContain('json');
    expect(await (await get('/rest/api/space')).json()).toMatchObject({ statusCode: 401, message: 'Sign in first.' });
    const nowhere = await get('/nowhere/%3Cb%3E');
    expect([nowhere.status, nowhere.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await nowhere.text()).not.toContain('<b>');
    await wiki.close();
  });
});
