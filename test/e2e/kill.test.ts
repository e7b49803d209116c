import { afterEach, describe, expect, it } from 'vitest';
import { call } from '../support/bearer.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { WikiProcess } from '../support/wiki-process.js';

interface Answered {
  accessToken: string;
  refreshToken: string;
}

/** Signs in and refreshes without end, and notes what was answered last, until the wiki is gone. */
async function useTokens(application: LinkedApplication, person: HttpSession, answered: Answered[]): Promise<void> {
  try {
    for (;;) {
      const first = await application.exchange(await application.codeFrom(person));
      const latest: Answered = tokensIn(first.body);
      answered.push(latest);
      for (let refreshes = 0; refreshes < 3; refreshes++) {
        const { body } = await application.refresh(latest.refreshToken);
        Object.assign(latest, tokensIn(body));
      }
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error; // what fetch throws when a connection breaks
  }
}

const tokensIn = (body: Record<string, unknown>): Answered => ({
  accessToken: String(body.access_token),
  refreshToken: String(body.refresh_token),
});

describe.each(databases)('P22 a wiki that is killed on %s', (database) => {
  let fresh: FreshDatabase | undefined;
  let wiki: WikiProcess | undefined;

  afterEach(async () => {
    await wiki?.kill();
    await fresh?.drop();
  });

  it('has forgotten no token that it answered', { timeout: 120_000 }, async () => {
    fresh = await database.fresh();
    wiki = await WikiProcess.start({ database: fresh, env: { OAUTH_REPLAY_SECONDS: '60' } });
    const admin = await new HttpSession(wiki.url).signIn('admin');
    const people = await Promise.all(
      ['reader', 'writer', 'admin'].map((name) => new HttpSession(wiki?.url ?? '').signIn(name)),
    );
    const application = await LinkedApplication.create(wiki.url, admin);
    for (const enough of [5, 12, 8]) {
      const answered: Answered[] = [];
      const users = people.map((person) => useTokens(application, person, answered));
      while (answered.length < enough) await new Promise((resolve) => setTimeout(resolve, 7));
      await wiki.kill();
      await Promise.all(users);
      await wiki.restart();
      const statuses = await Promise.all(
        answered.map(
          async ({ accessToken }) => (await call(application.wiki, accessToken, '/rest/api/user/current')).status,
        ),
      );
      expect(new Set(statuses)).toEqual(new Set([200]));
      const refreshes = await Promise.all(answered.map(({ refreshToken }) => application.refresh(refreshToken)));
      expect(new Set(refreshes.map(({ status }) => status))).toEqual(new Set([200]));
    }
  });
});
