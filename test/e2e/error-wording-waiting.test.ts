import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { DatabaseLine } from '../support/database-line.js';
import { type FreshDatabase, postgres } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { told } from '../support/told.js';
import { beginWindow } from '../support/window.js';

const wait = (status: number, retryAfter: string, says: string) => ({
  status,
  error: 'temporarily_unavailable',
  says,
  retryAfter,
});

describe.each(['express', 'fastify'] as const)('who only has to wait on %s is told so', (platform) => {
  let database: FreshDatabase;
  let line: DatabaseLine;
  let wiki: RunningWiki;
  let administration: Administration;
  let application: LinkedApplication;
  let tokens: { readonly accessToken: string; readonly refreshToken: string };

  beforeAll(async () => {
    database = await postgres.fresh();
    line = await DatabaseLine.to(database);
    wiki = await startWiki({ database: line.through(database), platform });
    const admin = await new HttpSession(wiki.url).signIn('admin');
    administration = await Administration.of(admin);
    application = await LinkedApplication.create(wiki.url, admin);
    tokens = await application.tokensFrom(await new HttpSession(wiki.url).signIn('writer'));
  });

  afterAll(async () => {
    await wiki.close();
    await line.close();
    await database.drop();
  });

  /** What the REST of the wiki says to the access token. */
  const bearer = async () => {
    const { status, headers, ...answer } = await call(wiki.url, tokens.accessToken, '/rest/api/space').then(
      async (response) => ({
        status: response.status,
        headers: response.headers,
        ...((await response.json()) as { error?: string; message?: string }),
      }),
    );
    expect(headers.get('www-authenticate')).toBeNull();
    return { status, error: answer.error, says: answer.message, retryAfter: headers.get('retry-after') };
  };

  it('while the database is away', async () => {
    line.cut();
    const says = 'The database is out of reach. Keep your tokens and try again.';
    for (const answer of [
      await application.refresh(tokens.refreshToken),
      await application.revoke(tokens.refreshToken),
      await application.introspect(tokens.accessToken),
    ]) {
      expect(told(answer)).toEqual(wait(503, '2', says));
    }
    expect(await bearer()).toEqual(
      wait(503, '2', 'The wiki cannot reach its database right now. Keep your token and try again.'),
    );
    line.mend();
  });

  it('while applications are paused', async () => {
    const path = '/rest/application-links/latest/pause';
    expect((await administration.send('PUT', path)).status).toBe(204);
    expect(told(await application.introspect(tokens.accessToken))).toEqual(
      wait(503, '300', 'Applications are turned away for now. Keep your tokens and try again.'),
    );
    expect(await bearer()).toEqual(
      wait(503, '300', 'Applications are switched off for now. Keep your token and try again later.'),
    );
    expect((await administration.send('DELETE', path)).status).toBe(204);
  });

  it('when its network failed too often', async () => {
    beginWindow([wiki]);
    const says = (seconds: string) =>
      `Too many failed tries from this network. Keep your credentials and tokens; try again in ${seconds} s.`;
    for (let turn = 0; turn < 10; turn++) await application.exchange('x', { client_secret: 'wrong' });
    for (const answer of [
      await application.exchange('x'),
      await application.revoke(tokens.refreshToken),
      await application.introspect(tokens.accessToken),
    ]) {
      const seconds = answer.headers.get('retry-after') ?? '';
      expect(told(answer)).toEqual(wait(429, seconds, says(seconds)));
      expect(Number(seconds)).toBeGreaterThan(0);
    }
  });
});
