import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditService } from '../../apps/wiki/src/audit/audit.service.js';
import { PasswordsService } from '../../apps/wiki/src/people/passwords.service.js';
import { DatabaseLine } from '../support/database-line.js';
import { databases, postgres } from '../support/databases.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { beginWindow } from '../support/window.js';

const cases = databases.flatMap((database) =>
  (['express', 'fastify'] as const).map((platform) => ({ database, platform })),
);
let addresses = 0;
const newAddress = () => `198.51.100.${(++addresses).toString()}`;

/** One try to sign in, from a browser behind a proxy that the wiki trusts. */
async function signIn(wiki: RunningWiki, username: string, password: string, address: string) {
  return fetch(`${wiki.url}/login`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ username, password, returnTo: '/' }),
    headers: { 'x-forwarded-for': address, 'sec-fetch-site': 'same-origin', accept: 'text/html' },
  });
}

const statusOf = async (...[wiki, username, password, address]: Parameters<typeof signIn>) =>
  (await signIn(wiki, username, password, address)).status;

async function failures(wiki: RunningWiki, count: number, username: string, address: string) {
  const statuses: number[] = [];
  while (statuses.length < count) statuses.push(await statusOf(wiki, username, 'wrong', address));
  return statuses;
}

describe.each(cases)('signing in to the wiki on $database.name and $platform', ({ database, platform }) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, config: { trustProxy: ['loopback'] } });
  });

  beforeEach(() => {
    beginWindow([wiki]);
  });

  afterAll(() => wiki.close());

  it.each(['writer', 'nobody-has-this-name'])(
    'P21 may fail ten times a minute as %s from one network',
    async (name) => {
      const address = newAddress();
      expect(await failures(wiki, 11, name, address)).toEqual([...Array<number>(10).fill(401), 429]);
      const answer = await signIn(wiki, name.toUpperCase(), name, address);
      expect(answer.status).toBe(429);
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await answer.text()).toContain('Please try again in');
    },
  );

  it('P21 locks the person out nowhere else, and nobody else there, and is over after a minute', async () => {
    const address = newAddress();
    await failures(wiki, 12, 'writer', address);
    expect(await statusOf(wiki, 'writer', 'writer', newAddress())).toBe(303);
    expect(await statusOf(wiki, 'reader', 'reader', address)).toBe(303);
    const { headers } = await signIn(wiki, 'writer', 'writer', address);
    wiki.clock.advance(Number(headers.get('retry-after')) * 1000);
    expect(await statusOf(wiki, 'writer', 'writer', address)).toBe(303);
  });

  it('P21 forgets the failures of a person who signs in', async () => {
    const address = newAddress();
    await failures(wiki, 9, 'writer', address);
    expect(await statusOf(wiki, 'writer', 'writer', address)).toBe(303);
    expect(await failures(wiki, 9, 'writer', address)).not.toContain(429);
  });

  it('P21 counts guesses that come all at once like guesses in a row', async () => {
    const compared = vi.spyOn(wiki.get(PasswordsService), 'matches');
    const address = newAddress();
    try {
      const tries = Array.from({ length: 40 }, () => statusOf(wiki, 'writer', 'wrong', address));
      const statuses = await Promise.all(tries);
      expect(statuses.filter((status) => status === 401)).toHaveLength(10);
      expect(compared).toHaveBeenCalledTimes(10);
    } finally {
      compared.mockRestore();
    }
    const { results } = await wiki.get(AuditService).list({ start: 0, limit: 100 });
    expect(results.filter((entry) => entry.address === address).map(({ summary }) => summary)).toEqual([
      'Too many failed sign-ins',
    ]);
  });

  it('P21 counts 64 bits of IPv6 as one network', async () => {
    await failures(wiki, 5, 'writer', '2001:db8:9:1::1');
    await failures(wiki, 5, 'writer', '2001:DB8:9:1:ffff::2');
    expect(await statusOf(wiki, 'writer', 'writer', '2001:db8:9:1::3')).toBe(429);
    expect(await statusOf(wiki, 'writer', 'writer', '2001:db8:9:2::1')).toBe(303);
  });
});

describe('signing in to the wiki', () => {
  it('P21 may fail so many times from one network whatever the name, and signing in is no failure', async () => {
    const config = { trustProxy: ['loopback'], signIn: { failuresPerNetwork: 12 } };
    const wiki = await startWiki({ database: databases[0] ?? postgres, config });
    try {
      beginWindow([wiki]);
      const address = newAddress();
      for (let turn = 0; turn < 15; turn++) expect(await statusOf(wiki, 'reader', 'reader', address)).toBe(303);
      for (let turn = 0; turn < 12; turn++)
        expect(await statusOf(wiki, `name-${turn.toString()}`, 'wrong', address)).toBe(401);
      expect(await statusOf(wiki, 'reader', 'reader', address)).toBe(429);
      expect(await statusOf(wiki, 'reader', 'reader', newAddress())).toBe(303);
    } finally {
      await wiki.close();
    }
  });

  it('P21 is no failure of the person while the database is away', async () => {
    const database = await postgres.fresh();
    const line = await DatabaseLine.to(database);
    const config = { trustProxy: ['loopback'] };
    const wiki = await startWiki({ database: line.through(database), config });
    try {
      beginWindow([wiki]);
      const [mine, another] = [newAddress(), newAddress()];
      await failures(wiki, 10, 'writer', another);
      line.cut();
      for (let turn = 0; turn < 12; turn++) expect(await statusOf(wiki, 'writer', 'writer', mine)).toBe(503);
      expect(await statusOf(wiki, 'writer', 'writer', another)).toBe(429);
      line.mend();
      expect(await statusOf(wiki, 'writer', 'writer', mine)).toBe(303);
    } finally {
      await wiki.close();
      await line.close();
      await database.drop();
    }
  });
});
