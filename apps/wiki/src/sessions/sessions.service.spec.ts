import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { WikiCurrentUser } from '../drawbridge/wiki-current-user.js';
import { CurrentUser } from 'nestjs-drawbridge/host';
import { PeopleService } from '../people/people.service.js';
import { Session } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { type WikiRequest } from './wiki-request.js';

const hour = 3_600_000;
const request = (cookie?: string, authorization?: string): WikiRequest => ({
  method: 'GET',
  url: '/',
  headers: { cookie, authorization },
});

describe.each(databases)('a session on %s', (database) => {
  let wiki: RunningWiki;
  let sessions: SessionsService;
  const signIn = async (username = 'writer', from = request()) => {
    const setCookie = await sessions.start(await wiki.get(PeopleService).byUsername(username), from);
    return { setCookie, cookie: setCookie.split(';')[0]! };
  };

  beforeAll(async () => {
    wiki = await startWiki({ database, contextPath: '/wiki' });
    sessions = wiki.get(SessionsService);
  });
  afterAll(() => wiki.close());

  it('is known by a cookie that scripts and the database cannot tell', async () => {
    const { setCookie, cookie } = await signIn();
    expect(setCookie).toMatch(/^wiki_session=[\w-]{43}; Max-Age=604800; Path=\/wiki; HttpOnly; SameSite=Lax$/);
    const stored = JSON.stringify(await wiki.get(DataSource).manager.find(Session));
    expect(stored).not.toContain(cookie.split('=')[1]!);
    expect(await sessions.of(request(cookie))).toMatchObject({ csrfToken: expect.stringMatching(/./) as string });
    expect(await sessions.of(request('wiki_session=forged'))).toBeNull();
    expect(await sessions.of(request())).toBeNull();
  });

  it('is a new one at every sign-in, and the old one is over', async () => {
    const first = await signIn();
    const second = await signIn('writer', request(first.cookie));
    expect(second.cookie).not.toBe(first.cookie);
    expect(await sessions.of(request(first.cookie))).toBeNull();
  });

  it('ends at sign-out', async () => {
    const { cookie } = await signIn();
    expect(await sessions.end(request(cookie))).toContain('Max-Age=0');
    expect(await sessions.of(request(cookie))).toBeNull();
  });

  it('is nobody’s while an application shows a token', async () => {
    const { cookie } = await signIn();
    const currentUser = wiki.get(CurrentUser) as WikiCurrentUser;
    expect(await currentUser.of(request(cookie))).toMatchObject({ userId: expect.stringMatching(/./) as string });
    expect(await currentUser.of(request(cookie, 'bearer x'))).toBeNull();
    expect(await currentUser.of(request(cookie, 'Basic eDp5'))).not.toBeNull();
  });

  it('ends after 12 idle hours, and after 7 days however busy', async () => {
    const { cookie } = await signIn();
    for (let hours = 0; hours < 7 * 24; hours += 11) {
      expect(await sessions.of(request(cookie))).not.toBeNull();
      wiki.clock.advance(11 * hour);
    }
    expect(await sessions.of(request(cookie))).toBeNull();
    const idle = await signIn();
    wiki.clock.advance(12 * hour);
    expect(await sessions.of(request(idle.cookie))).toBeNull();
  });
});
