import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { databases } from '../../../../test/support/databases.js';
import { HttpSession } from '../../../../test/support/http-session.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';

describe.each(['express', 'fastify'] as const)('signing in on %s', (platform) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database: databases[0]!, platform });
  });
  afterAll(() => wiki.close());

  it.each([
    ['/ሴ', '/%E1%88%B4'],
    ['/pages/7?state=a\\b\ud83d\ude00', '/pages/7?state=a%5Cb%F0%9F%98%80'],
  ])('leads on to %j, whatever it is written in', async (returnTo, location) => {
    const person = new HttpSession(wiki.url);
    const body = new URLSearchParams({ username: 'reader', password: 'reader', returnTo });
    const signedIn = await person.request('/login', { method: 'POST', body, redirect: 'manual' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, location]);
    const again = `/login?returnTo=${encodeURIComponent(returnTo)}`;
    const sentOn = await person.request(again, { redirect: 'manual' });
    expect([sentOn.status, sentOn.headers.get('location')]).toEqual([303, location]);
  });
});
