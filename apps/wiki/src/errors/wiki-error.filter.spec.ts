import { Logger } from '@nestjs/common';
import { describe, expect, it, vi } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { startWiki } from '../../../../test/support/start-wiki.js';
import { PageRenderer } from '../layout/page-renderer.service.js';
import { SessionsService } from '../sessions/sessions.service.js';

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

  it('is no fault in the log where applications are turned away on purpose', async () => {
    const wiki = await startWiki({ database: databases[0]!, platform, config: { oauth: { bearerEnabled: false } } });
    const [warned, failed] = [vi.spyOn(Logger.prototype, 'warn'), vi.spyOn(Logger.prototype, 'error')];
    const response = await fetch(`${wiki.url}/rest/api/space`, { headers: { authorization: 'Bearer any' } });
    expect(response.status).toBe(503);
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('Applications are switched off'));
    expect(failed).not.toHaveBeenCalled();
    vi.restoreAllMocks();
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

  it('is answered in plain words when even the page of the failure cannot be made', async () => {
    const wiki = await startWiki({ database: databases[0]!, platform });
    const lost: unknown[] = [];
    const note = (reason: unknown) => lost.push(reason);
    process.on('unhandledRejection', note);
    vi.spyOn(wiki.get(PageRenderer), 'render').mockImplementation(() => {
      throw new Error('no page today');
    });
    const body = new URLSearchParams({ title: 'kept' });
    for (const response of [
      await fetch(`${wiki.url}/login`),
      await fetch(`${wiki.url}/nowhere`),
      await fetch(`${wiki.url}/login`, { method: 'POST', body }),
    ]) {
      expect([response.status, response.headers.get('content-type')]).toEqual([500, 'text/plain; charset=utf-8']);
      expect(await response.text()).toBe('Something went wrong in the wiki.');
    }
    await wiki.close();
    process.off('unhandledRejection', note);
    expect(lost).toEqual([]);
  });

  it('is answered although a header is on the reply that nobody may send', async () => {
    const wiki = await startWiki({ database: databases[0]!, platform });
    const lost: unknown[] = [];
    const note = (reason: unknown) => lost.push(reason);
    process.on('unhandledRejection', note);
    vi.spyOn(wiki.get(SessionsService), 'start').mockResolvedValue('poison=\u1234');
    const body = new URLSearchParams({ username: 'reader', password: 'reader' });
    const response = await fetch(`${wiki.url}/login`, { method: 'POST', body, redirect: 'manual' });
    expect(response.status).toBe(500);
    expect(response.headers.get('location')).toBeNull();
    await wiki.close();
    process.off('unhandledRejection', note);
    expect(lost).toEqual([]);
  });
});
