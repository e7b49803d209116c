import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

describe.each(databases)('the wiki on %s', (database) => {
  describe.each(['express', 'fastify'] as const)('with %s', (platform) => {
    let wiki: RunningWiki;

    beforeAll(async () => {
      wiki = await startWiki({ database, platform });
    });

    afterAll(() => wiki.close());

    it.each(['reader', 'writer', 'admin', 'sysadmin'])('lets %s sign in, and says who they are', async (username) => {
      const person = await new HttpSession(wiki.url).signIn(username);
      const current = await person.get('/rest/api/user/current');
      expect(current.status).toBe(200);
      expect(current.json()).toMatchObject({ type: 'known', username });
    });

    it('sends somebody who is not signed in to sign in, and back', async () => {
      const stranger = new HttpSession(wiki.url);
      const page = await stranger.get('/spaces');
      expect(new URL(page.url).pathname).toBe('/login');
      const back = await stranger.submit(page.form('password'), { username: 'reader', password: 'reader' });
      expect(new URL(back.url).pathname).toBe('/spaces');
    });
  });
});
