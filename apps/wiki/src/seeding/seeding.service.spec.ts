import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { ContentService } from '../content/content.service.js';
import { PeopleService } from '../people/people.service.js';
import { SeedingService } from './seeding.service.js';

describe.each(databases)('the first start on %s', (database) => {
  let fresh: FreshDatabase;
  const started: RunningWiki[] = [];
  const start = async (config = {}) => {
    const wiki = await startWiki({ database: fresh, config });
    started.push(wiki);
    return wiki;
  };

  beforeEach(async () => {
    fresh = await database.fresh();
  });
  afterEach(async () => {
    await Promise.all(started.splice(0).map((wiki) => wiki.close()));
    await fresh.drop();
  });

  it('makes four accounts, one at each level, and the second start none', async () => {
    const wiki = await start();
    const people = wiki.get(PeopleService);
    const all = await people.list({ start: 0, limit: 10 });
    const leveled = await people.withLevels(all.results);
    expect(leveled.map(({ username, level }) => [username, level])).toEqual([
      ['admin', 'ADMIN'],
      ['reader', 'READ'],
      ['sysadmin', 'SYSTEM_ADMIN'],
      ['writer', 'WRITE'],
    ]);
    expect(wiki.get(SeedingService).demoAccounts).toHaveLength(4);
    expect(await people.authenticate('writer', 'writer')).toMatchObject({ username: 'writer' });
    expect(await people.authenticate('writer', 'admin')).toBeNull();
    expect(await people.authenticate('nobody', 'nobody')).toBeNull();
    expect((await start()).get(SeedingService).demoAccounts).toEqual([]);
  });

  it('asks for a password when the wiki can be reached from elsewhere', async () => {
    const baseUrl = 'https://wiki.example.org';
    await expect(start({ baseUrl })).rejects.toThrow('Set WIKI_SYSADMIN_PASSWORD');
    await expect(start({ baseUrl, sysadminPassword: 'short' })).rejects.toThrow('Set WIKI_SYSADMIN_PASSWORD');
    const wiki = await start({ baseUrl, sysadminPassword: 'a long enough word' });
    expect(await wiki.get(PeopleService).count()).toBe(1);
    expect(await wiki.get(PeopleService).authenticate('sysadmin', 'a long enough word')).not.toBeNull();
    expect(await wiki.get(ContentService).countPages()).toBe(0);
  });
});

describe('the first start of several nodes on PostgreSQL', () => {
  it('happens once', async () => {
    const database = await databases.find(({ name }) => name === 'PostgreSQL')!.fresh();
    const wikis = await Promise.all([1, 2, 3].map(() => startWiki({ database })));
    expect(wikis.map((wiki) => wiki.get(SeedingService).demoAccounts.length).sort()).toEqual([0, 0, 4]);
    expect(await wikis[0]!.get(PeopleService).count()).toBe(4);
    await Promise.all(wikis.map((wiki) => wiki.close()));
    await database.drop();
  });
});
