import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { livedLink } from '../support/lived-links.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const rest = '/rest/application-links/latest/links';
const list = '/admin/application-links';
const day = 86_400_000;
const platforms = ['express', 'fastify'] as const;
const hosts = databases.map(
  (database, index) => [`${database.name}, ${platforms[index] ?? ''}`, database, platforms[index]] as const,
);

/** Each status at both sides of its edge. */
const lives = [
  { name: 'a just used', life: { usedAgo: 0 }, statuses: ['active'] },
  { name: 'b not quite idle', life: { usedAgo: 30 * day - 1, people: 2 }, statuses: ['active'] },
  { name: 'c idle', life: { usedAgo: 30 * day, people: 3 }, statuses: ['idle'] },
  { name: 'd never used', life: {}, statuses: ['neverUsed'] },
  { name: 'e ends soon', life: { usedAgo: 1, secretEndsIn: 7 * day }, statuses: ['secretEnding', 'active'] },
  { name: 'f ends later', life: { usedAgo: 1, secretEndsIn: 7 * day + 1 }, statuses: ['active'] },
  { name: 'g ends at once', life: { usedAgo: 2, secretEndsIn: 1 }, statuses: ['secretEnding', 'active'] },
  { name: 'h has ended', life: { secretEndsIn: 0 }, statuses: ['secretEnding', 'neverUsed'] },
  { name: 'i has none', life: { usedAgo: 40 * day, secretEndsIn: null }, statuses: ['secretEnding', 'idle'] },
  { name: 'j disabled', life: { usedAgo: 1, disabled: true }, statuses: ['disabled'] },
  {
    name: 'k disabled and more',
    life: { usedAgo: 50 * day, disabled: true, secretEndsIn: day, people: 1 },
    statuses: ['disabled', 'secretEnding', 'idle'],
  },
  { name: 'l public', clientType: 'public', life: { usedAgo: 3, people: 3 }, statuses: ['active'] },
] as const;

interface ListJson {
  readonly results: readonly { name: string; statuses: readonly string[]; people: number }[];
  readonly total: number;
}

describe.each(hosts)('the list of links on %s', (_name, database, platform) => {
  let wiki: RunningWiki;
  let session: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database, platform, contextPath: '/confluence' });
    wiki.clock.stop();
    session = await new HttpSession(wiki.url).signIn('sysadmin');
    const administration = await Administration.of(session);
    for (const { name, life, ...link } of lives) {
      await livedLink(
        wiki,
        administration,
        { name, ...('clientType' in link && { clientType: link.clientType }) },
        life,
      );
    }
  }, 60_000);

  afterAll(() => wiki.close());

  const ask = async (query = '') => (await session.request(`${rest}?${query}`)).json<ListJson>();
  const initials = async (query: string) => (await ask(query)).results.map(({ name }) => name[0]).join('');

  it('says of each all that is so, the most important first', async () => {
    const { results } = await ask();
    expect(results.map(({ name, statuses }) => ({ name, statuses }))).toEqual(
      lives.map(({ name, statuses }) => ({ name, statuses })),
    );
    expect(results.map(({ people }) => people)).toEqual([0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 1, 3]);
  });

  it.each(['disabled', 'secretEnding', 'idle', 'neverUsed', 'active'] as const)(
    'finds those that are %s, and no others',
    async (status) => {
      const wanted = lives.filter(({ statuses }) => (statuses as readonly string[]).includes(status));
      const found = await ask(`status=${status}`);
      expect(found.results.map(({ name }) => name)).toEqual(wanted.map(({ name }) => name));
      expect(found.total).toBe(wanted.length);
    },
  );

  it('finds by words and status together, and counts all of them on any page', async () => {
    expect(await initials('query=disabled&status=idle')).toBe('k');
    expect(await ask('query=ends&limit=1&start=2')).toMatchObject({ total: 3, results: [{ name: 'g ends at once' }] });
    expect(await ask('query=ends&limit=1&start=7')).toMatchObject({ total: 3, results: [] });
    expect(await ask('query=nothing')).toMatchObject({ total: 0, results: [] });
    expect(await ask('start=50')).toMatchObject({ total: lives.length, results: [] });
  });

  it.each([
    ['name', 'abcdefghijkl'],
    ['-name', 'lkjihgfedcba'],
    ['lastUsed', 'dhkicblgefja'],
    ['-lastUsed', 'aefjglbcikdh'],
    ['people', 'adefghijkbcl'],
    ['-people', 'clbkadefghij'],
  ])('is sorted by %s, ties by name', async (sort, order) => {
    expect(await initials(`sort=${sort}`)).toBe(order);
    const pages = await Promise.all(
      [0, 5, 10].map((start) => initials(`sort=${sort}&limit=5&start=${start.toString()}`)),
    );
    expect(pages.join('')).toBe(order);
  });

  it('is sorted by when they were made', async () => {
    const administration = await Administration.of(session);
    wiki.clock.advance(1000);
    const { id } = await administration.createLink({ name: 'aa newest' });
    expect((await ask('sort=-created&limit=2')).results.map(({ name }) => name)).toEqual(['aa newest', 'a just used']);
    expect((await ask('sort=created&start=12')).results.map(({ name }) => name)).toEqual(['aa newest']);
    await administration.deleteLink(id);
  });

  it('keeps what is asked for in every address, and shows it without a script', async () => {
    const { text } = await session.get(`${list}?query=s&status=active&sort=-people&limit=2`);
    const kept = `/confluence${list}?query=s&amp;status=active&amp;sort=`;
    expect(text).toContain(`href="${kept}-people&amp;start=2&amp;limit=2"`);
    expect(text).toContain(`href="${kept}people&amp;limit=2"`);
    expect(text).toContain(`href="${kept}-lastUsed&amp;limit=2"`);
    expect(text).toContain('aria-sort="descending"');
    const page = await session.get(`${list}?sort=-lastUsed`);
    const sent = await session.submit(page.form('application-links'), { query: 'e', status: 'idle' });
    expect(Object.fromEntries(new URL(sent.url).searchParams)).toEqual({
      query: 'e',
      status: 'idle',
      sort: '-lastUsed',
    });
    expect(sent.text).toContain('c idle');
    expect(sent.text).not.toContain('>a just used');
  });

  it.each([
    [
      'sort=size',
      'The parameter ‘sort’ is one of name, -name, lastUsed, -lastUsed, created, -created, people, -people.',
    ],
    ['status=lost', 'The parameter ‘status’ is one of disabled, secretEnding, idle, neverUsed, active.'],
    ['status=idle&status=idle', 'Give the parameter ‘status’ once, as text.'],
    ['limit=0', 'The parameter ‘limit’ is a whole number from 1 to 200.'],
    ['start=-1', 'The parameter ‘start’ is a whole number from 0 to 1000000000.'],
  ])('P20 refuses %s and names the parameter', async (query, message) => {
    const answer = await session.request(`${rest}?${query}`);
    expect([answer.status, answer.json<{ message: string }>().message]).toEqual([400, message]);
    expect((await session.get(`${list}?${query}`)).status).toBe(400);
  });
});
