import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { DatabaseLine } from '../support/database-line.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { WikiProcess } from '../support/wiki-process.js';

const postgres = databases.find(({ name }) => name === 'PostgreSQL');
if (!postgres) throw new Error('There is no database that can be away.');

describe('P22 a process whose database is away', () => {
  it('answers every page with an error page and lives on', async () => {
    const database = await postgres.fresh();
    const line = await DatabaseLine.to(database);
    const wiki = await WikiProcess.start({ database: line.through(database) });
    try {
      const person = await new HttpSession(wiki.url).signIn('admin');
      line.cut();
      const unknown = `/rest/oauth2/latest/authorize?client_id=${'0'.repeat(32)}&redirect_uri=https://x.example`;
      for (const path of [unknown, '/profile/authorized-applications', '/admin/application-links', '/spaces', '/']) {
        const page = await person.request(path, { headers: { accept: 'text/html' }, redirect: 'manual' });
        expect([path, page.status]).toEqual([path, 503]);
      }
      line.mend();
      expect((await person.get('/admin/application-links')).status).toBe(200);
    } finally {
      await wiki.stop();
      await line.close();
      await database.drop();
    }
  });
});

describe('P22 a database that is away', () => {
  let database: FreshDatabase;
  let line: DatabaseLine;
  let wiki: RunningWiki;

  beforeAll(async () => {
    database = await postgres.fresh();
    line = await DatabaseLine.to(database);
    wiki = await startWiki({ database: line.through(database) });
  });

  afterAll(async () => {
    await wiki.close();
    await line.close();
    await database.drop();
  });

  it('gets 503 and never a word against a token, and all is well when it is back', async () => {
    const writer = await new HttpSession(wiki.url).signIn('writer');
    const application = await LinkedApplication.create(wiki.url, await new HttpSession(wiki.url).signIn('admin'));
    const code = await application.codeFrom(writer);
    const tokens = await application.tokensFrom(writer);

    line.cut();
    const bearer = await call(wiki.url, tokens.accessToken, '/rest/api/space');
    expect(bearer.status).toBe(503);
    expect(bearer.headers.get('retry-after')).toMatch(/^\d+$/);
    for (const { status, body, headers } of [
      await application.refresh(tokens.refreshToken),
      await application.exchange(code),
    ]) {
      expect([status, body.error]).toEqual([503, 'temporarily_unavailable']);
      expect(headers.get('retry-after')).toMatch(/^\d+$/);
    }
    const last = tokens.accessToken.endsWith('A') ? 'Q' : 'A';
    for (const token of ['dbr_at_forged', tokens.accessToken.slice(0, -1) + last]) {
      expect((await call(wiki.url, token, '/rest/api/space')).status, 'P12').toBe(401);
    }

    line.mend();
    expect((await call(wiki.url, tokens.accessToken, '/rest/api/space')).status).toBe(200);
    expect((await application.exchange(code)).status).toBe(200);
    expect((await application.refresh(tokens.refreshToken)).status).toBe(200);
  });
});
