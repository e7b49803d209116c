import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PasswordsService } from '../../apps/wiki/src/people/passwords.service.js';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { beginWindow } from '../support/window.js';

const cases = databases.flatMap((database) =>
  (['express', 'fastify'] as const).map((platform) => ({ database, platform })),
);
const ways = ['page', 'REST'] as const;
let people = 0;

describe.each(cases)('changing a password on $database.name and $platform', ({ database, platform }) => {
  let wiki: RunningWiki;
  let administration: Administration;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, config: { trustProxy: ['loopback'] } });
    administration = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
  });

  beforeEach(() => {
    beginWindow([wiki]);
  });

  afterAll(() => wiki.close());

  /** Somebody with an open session, who tries to change their password from an address. */
  const somebody = async () => {
    const username = `person-${(++people).toString()}`;
    const password = `${username}-password`;
    await administration.createPerson(username);
    const session = await new HttpSession(wiki.url).signIn(username, password);
    const rest = await Administration.of(session);
    const form = (await session.get('/profile/password')).form('currentPassword');
    const ticket = Object.fromEntries(form.fields);
    const tryOn = {
      page: (current: string, address: string, next = password) => {
        const fields = { ...ticket, currentPassword: current, newPassword: next, repeated: next };
        const headers = { 'x-forwarded-for': address, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
        const body = new URLSearchParams(fields);
        return session.request('/profile/password', { method: 'POST', body, headers, redirect: 'manual' });
      },
      REST: (current: string, address: string, next = password) => {
        const body = { oldPassword: current, newPassword: next };
        return rest.send('POST', '/rest/api/user/current/password', body, { 'x-forwarded-for': address });
      },
    };
    return { username, password, session, tryOn };
  };

  const times = async <T>(count: number, work: () => Promise<T>) => {
    const results: T[] = [];
    while (results.length < count) results.push(await work());
    return results;
  };
  let addresses = 0;
  const newAddress = () => `203.0.113.${(++addresses).toString()}`;
  const done = { page: 303, REST: 204 } as const;

  it.each(ways)('P21 may fail ten times a minute from one network, by %s', async (way) => {
    const { tryOn, password } = await somebody();
    const address = newAddress();
    const statuses = await times(11, async () => (await tryOn[way]('wrong', address)).status);
    expect(statuses).toEqual([...Array<number>(10).fill(403), 429]);
    const answer = await tryOn[way](password, address);
    expect(answer.status).toBe(429);
    expect(answer.text).toContain('The current password was wrong several times in a row');
    expect(answer.text).not.toContain(password);
    const seconds = Number(answer.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect((await tryOn[way](password, newAddress())).status).toBe(done[way]);
    wiki.clock.advance(seconds * 1000);
    expect((await tryOn[way](password, address)).status).toBe(done[way]);
  });

  it('P21 counts both ways and the sign-in together, and nobody else', async () => {
    const mine = await somebody();
    const theirs = await somebody();
    const address = newAddress();
    for (const way of ways) await times(5, () => mine.tryOn[way]('wrong', address));
    const signIn = (username: string, password: string) =>
      fetch(`${wiki.url}/login`, {
        method: 'POST',
        redirect: 'manual',
        body: new URLSearchParams({ username, password, returnTo: '/' }),
        headers: { 'x-forwarded-for': address, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
      });
    expect((await signIn(mine.username, mine.password)).status).toBe(429);
    for (const way of ways) {
      expect((await mine.tryOn[way](mine.password, address)).status).toBe(429);
      expect((await theirs.tryOn[way](theirs.password, address)).status).toBe(done[way]);
    }
  });

  it('P21 forgets the failures of whoever knows it, and a new one that is refused is none', async () => {
    const { tryOn, password } = await somebody();
    const address = newAddress();
    for (const way of ways) {
      await times(9, () => tryOn[way]('wrong', address));
      expect((await tryOn[way](password, address)).status).toBe(done[way]);
      const refused = await times(12, async () => (await tryOn[way](password, address, 'short')).status);
      expect(new Set(refused)).not.toContain(429);
    }
  });

  it.each(ways)('P21 counts guesses that come all at once like guesses in a row, by %s', async (way) => {
    const { tryOn } = await somebody();
    const address = newAddress();
    const compared = vi.spyOn(wiki.get(PasswordsService), 'matches');
    try {
      const answers = await Promise.all(Array.from({ length: 25 }, () => tryOn[way]('wrong', address)));
      expect(answers.filter(({ status }) => status === 403)).toHaveLength(10);
      expect(compared).toHaveBeenCalledTimes(10);
    } finally {
      compared.mockRestore();
    }
  });
});
