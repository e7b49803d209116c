import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { HttpSession } from '../../../../test/support/http-session.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';

describe.each(databases)('a name in an address on %s', (database) => {
  let wiki: RunningWiki;
  let sysadmin: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    sysadmin = await new HttpSession(wiki.url).signIn('sysadmin');
  });
  afterAll(() => wiki.close());

  it.each([
    '/spaces/DEMO%00',
    '/spaces/DEMO%00/pages/new',
    '/people/writer%00',
    '/admin/people/writer%00',
    '/admin/groups/wiki-users%00',
  ])('is not what stands before a NUL: %s', async (path) => {
    expect((await sysadmin.get(path)).status).toBe(404);
  });

  it.each(['disable', 'enable', 'password', 'groups/add', 'groups/remove'])(
    'is no one’s with a NUL: %s',
    async (what) => {
      const csrfToken = new Map((await sysadmin.get('/profile')).form('Sign out').fields).get('csrfToken') ?? '';
      const body = new URLSearchParams({ csrfToken, password: 'long enough', group: 'wiki-users' });
      expect((await sysadmin.request(`/admin/people/writer%00/${what}`, { method: 'POST', body })).status).toBe(404);
      expect((await sysadmin.get('/rest/api/user?username=writer')).status).toBe(200);
    },
  );
});
