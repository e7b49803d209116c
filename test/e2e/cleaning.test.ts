import fc from 'fast-check';
import { Cleaning, Endings, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Administration } from '../support/administration.js';
import { call } from '../support/bearer.js';
import { databases } from '../support/databases.js';
import { familiesLeft, type FamilyRow, insertFamilies } from '../support/family-rows.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { WikiProcess } from '../support/wiki-process.js';

const day = 86_400_000;
const nothing = {
  families: 0,
  grants: 0,
  consents: 0,
  secrets: 0,
  secretUses: 0,
  usage: 0,
  usageHours: 0,
  usageRoutes: 0,
  usageRefusals: 0,
  tickets: 0,
  endings: 0,
  events: 0,
};
const oauth = { cleaningSeconds: 0, cleaningBatch: 7, cleaningPauseMilliseconds: 0 };

describe.each(databases)('P24 cleaning on %s', (database) => {
  let wiki: RunningWiki;
  let source: DataSource;
  let cleaning: Cleaning;
  const status = async (token: unknown) => (await call(wiki.url, String(token), '/rest/api/user/current')).status;
  const signIn = (username: string) => new HttpSession(wiki.url).signIn(username);
  const rows = (entity: string) => source.manager.count(entity);
  /** What was counted is written first, so that it does not depend on the moment which of it is old by now. */
  const clean = async () => {
    await wiki.get(UsageRecorder).write();
    return cleaning.clean();
  };

  beforeAll(async () => {
    wiki = await startWiki({ database, config: { oauth } });
    source = wiki.get(DataSource);
    cleaning = wiki.get(Cleaning);
  });

  afterAll(() => wiki.close());

  it('removes what expired a day ago, and leaves what lives, the grant, and what ended just now', async () => {
    const application = await LinkedApplication.create(wiki.url, await signIn('admin'), { name: 'Kept yes' });
    const writer = await signIn('writer');
    await application.codeFrom(writer);
    const revoked = await application.tokensFrom(writer);
    const { clientId, clientSecret } = application.link;
    const form = new URLSearchParams({
      token: revoked.refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    });
    await fetch(`${wiki.url}/rest/oauth2/latest/revoke`, { method: 'POST', body: form });
    const lasting = await application.tokensFrom(writer);
    expect(await clean()).toEqual(nothing);

    wiki.clock.advance(day + 3_600_001);
    const refreshed = await application.refresh(lasting.refreshToken);
    expect(await clean()).toEqual({ ...nothing, families: 2, tickets: 3, endings: 1 });
    expect(await status(refreshed.body.access_token)).toBe(200);
    expect(await rows('Family')).toBe(1);

    wiki.clock.advance(90 * day);
    expect(await clean()).toEqual({ ...nothing, usageHours: 1 });
    expect((await application.refresh(String(refreshed.body.refresh_token))).body.error_description).toContain(
      'expired',
    );
    wiki.clock.advance(day + 1);
    expect(await clean()).toEqual({ ...nothing, families: 1 });
    const listed = (await (await signIn('writer')).get('/profile/authorized-applications')).text;
    expect(listed).toContain('Kept yes');
  });

  it('removes what was left of deleted links, once the application could hear the cause', async () => {
    const admin = await signIn('admin');
    const administration = await Administration.of(admin);
    const application = await LinkedApplication.create(wiki.url, admin);
    const { accessToken } = await application.tokensFrom(await signIn('writer'));
    await administration.deleteLink(application.link.id);
    const { clientId } = application.link;
    await source.manager.insert('DailyUsage', { clientId, day: '2999-01-01', requests: 1, refusals: 0 });
    const orphan = { id: 'f'.repeat(32), clientId, userId: 'x', scopes: [], createdAt: 1, updatedAt: 1 };
    await source.manager.insert('Grant', orphan);
    await source.manager.insert('HourlyUsage', { clientId, hour: '2999-01-01T00', requests: 1, refusals: 0 });
    await source.manager.insert('RouteUsage', {
      clientId,
      day: '2999-01-01',
      route: 'GET /',
      requests: 1,
      refusals: 0,
    });
    await source.manager.insert('RefusalUsage', { clientId, day: '2999-01-01', reason: 'closed', refusals: 1 });
    await source.manager.insert('SecretUse', { secretId: 'e'.repeat(32), address: '', agent: '', lastUsedAt: 9e14 });
    const leftovers = { usage: 1, usageHours: 1, usageRoutes: 1, usageRefusals: 1, secretUses: 1 };
    expect(await clean()).toEqual({ ...nothing, grants: 1, ...leftovers, endings: 1 });
    expect(await (await call(wiki.url, accessToken, '/rest/api/space')).text()).toContain(
      'The application link was deleted.',
    );
    wiki.clock.advance(3_600_001);
    expect(await clean()).toMatchObject({ families: 1 });
  });

  it('removes secrets a day past their end, and counts of use older than the bound', async () => {
    const admin = await signIn('admin');
    const administration = await Administration.of(admin);
    const { id, clientId } = await administration.createLink();
    await administration.send('POST', `/rest/application-links/latest/links/${id}/secrets`, { overlapSeconds: 60 });
    const [secret] = await source.manager.findBy<{ id: string; clientId: string }>('ClientSecret', { clientId });
    const usageOn = async (ago: number) => {
      const at = wiki.clock.now() - ago * day;
      const counts = { clientId, day: new Date(at).toISOString().slice(0, 10), requests: 1, refusals: 0 };
      await source.manager.insert('DailyUsage', counts);
      await source.manager.insert('RouteUsage', { ...counts, route: 'GET /' });
      await source.manager.insert('RefusalUsage', { ...counts, reason: 'closed' });
      const use = { secretId: secret?.id, address: ago.toString(), agent: '', lastUsedAt: at };
      await source.manager.insert('SecretUse', use);
    };
    await usageOn(398);
    await usageOn(402);
    for (const hours of [23, 25]) {
      const hour = new Date(wiki.clock.now() - hours * 3_600_000).toISOString().slice(0, 13);
      await source.manager.insert('HourlyUsage', { clientId, hour, requests: 1, refusals: 0 });
    }
    wiki.clock.advance(day);
    const old = { usage: 1, usageRoutes: 1, usageRefusals: 1, secretUses: 1, usageHours: 1 };
    expect(await clean()).toMatchObject({ secrets: 0, ...old });
    wiki.clock.advance(60_001);
    expect(await clean()).toMatchObject({ secrets: 1, usage: 0 });
    expect(await source.manager.countBy<{ clientId: string }>('ClientSecret', { clientId })).toBe(1);
  });

  it('removes endings of more than a day ago, but for the newest, which nodes go on from', async () => {
    const endings = wiki.get(Endings);
    await source.transaction((manager) => endings.personChanged(manager, 'somebody', 'somebody else', 'a third'));
    const newest = { order: { number: 'DESC' }, take: 1 } as const;
    const before = await source.manager.find<{ number: number }>('Ending', newest);
    wiki.clock.advance(day + 1);
    await clean();
    expect(await source.manager.find('Ending')).toEqual(before);
    await source.transaction((manager) => endings.everybodyChanged(manager));
    expect(await clean()).toMatchObject({ endings: 1 });
    expect(await source.manager.find('Ending')).toMatchObject([{ number: (before[0]?.number ?? 0) + 1, kind: 'all' }]);
  });

  it('removes events of more than three years ago, the oldest first, and reads no further', async () => {
    await source.manager.clear('EventRecord');
    const years = 1096 * day;
    const at = (ago: number) => ({ type: 'link.created', at: Math.floor(wiki.clock.now()) - ago, details: {} });
    const old = Array.from({ length: 20 }, (_, index) => at(years + 60_000 * (21 - index)));
    await source.manager.insert('EventRecord', [...old, at(years - 60_000), at(0)]);
    const looks = vi.spyOn(source.manager, 'createQueryBuilder');
    await source.manager.insert(
      'EventRecord',
      Array.from({ length: 700 }, () => at(0)),
    );
    expect(await clean()).toMatchObject({ events: 20 });
    expect(await rows('EventRecord')).toBe(702);
    expect(looks.mock.calls.length).toBeLessThan(60);
    looks.mockRestore();
    wiki.clock.advance(60_001);
    expect(await clean()).toMatchObject({ events: 1 });
    expect(await clean()).toMatchObject({ events: 0 });
  });

  it('keeps events for ever where the host wants that', async () => {
    const own = await startWiki({ database, config: { oauth: { ...oauth, keepEventsDays: 0 } } });
    await own.get(DataSource).manager.insert('EventRecord', { type: 'link.created', at: 1, details: {} });
    expect(await own.get(Cleaning).clean()).toEqual(nothing);
    await own.close();
  });

  it('never touches a family that lives, whatever state the others are in', async () => {
    const application = await LinkedApplication.create(wiki.url, await signIn('admin'));
    await application.codeFrom(await signIn('writer'));
    const { clientId } = application.link;
    const grant = await source.manager.findOneByOrFail<{ id: string; clientId: string }>('Grant', { clientId });
    const now = Math.floor(wiki.clock.now());
    const instant = fc.oneof(
      fc.integer({ min: -2 * day, max: 2 * day }),
      fc.constantFrom(-day - 1, -day, -1, 0, 1, 60_000),
    );
    const at = instant.map((offset) => now + offset);
    const maybeGone = (id: string) => fc.constantFrom(id, id, id, 'gone');
    const family = fc.record({
      clientId: maybeGone(clientId),
      grantId: maybeGone(grant.id),
      generation: fc.nat({ max: 3 }),
      codeExpiresAt: at,
      accessExpiresAt: at,
      refreshExpiresAt: at,
      endedAt: fc.option(at, { freq: 3 }),
    });
    const isOver = (row: Omit<FamilyRow, 'id'>, by: number) =>
      row.generation === 0
        ? row.codeExpiresAt <= by
        : (row.accessExpiresAt ?? 0) <= by && (row.refreshExpiresAt ?? 0) <= by;
    const lives = (row: Omit<FamilyRow, 'id'>) =>
      row.endedAt === null && row.clientId !== 'gone' && row.grantId !== 'gone' && !isOver(row, now);
    const isLongDead = (row: Omit<FamilyRow, 'id'>) =>
      isOver(row, now - day - 10_000) || (row.endedAt !== null && row.endedAt <= now - day - 10_000);
    const generated = fc
      .array(family, { minLength: 1, maxLength: 60 })
      .map((all) =>
        all.map((row) => (row.generation === 0 ? { ...row, accessExpiresAt: null, refreshExpiresAt: null } : row)),
      );
    await fc.assert(
      fc.asyncProperty(generated, async (given) => {
        const ids = await insertFamilies(source, given);
        await clean();
        const left = await familiesLeft(source);
        given.forEach((row, index) => {
          if (lives(row)) expect(left, JSON.stringify(row)).toContain(ids[index]);
          if (isLongDead(row)) expect(left, JSON.stringify(row)).not.toContain(ids[index]);
        });
      }),
      { numRuns: 25 },
    );
  });

  it('lets requests through while it is at it', async () => {
    const application = await LinkedApplication.create(wiki.url, await signIn('admin'));
    let tokens = await application.tokensFrom(await signIn('writer'));
    await insertFamilies(
      source,
      Array.from({ length: 700 }, () => ({})),
    );
    let isOver = false;
    const round = cleaning.clean().finally(() => (isOver = true));
    let answeredMeanwhile = 0;
    while (!isOver) {
      expect(await status(tokens.accessToken)).toBe(200);
      const { status: code, body } = await application.refresh(tokens.refreshToken);
      expect(code).toBe(200);
      tokens = { ...tokens, accessToken: String(body.access_token), refreshToken: String(body.refresh_token) };
      if (!isOver) answeredMeanwhile++;
    }
    expect((await round)?.families).toBeGreaterThanOrEqual(700);
    expect(answeredMeanwhile).toBeGreaterThan(3);
    expect(await status(tokens.accessToken)).toBe(200);
  });

  it('is done by one node at a time', async () => {
    await insertFamilies(
      source,
      Array.from({ length: 50 }, () => ({})),
    );
    const rounds = await Promise.all(Array.from({ length: 5 }, () => cleaning.clean()));
    expect(rounds.filter((counts) => counts !== null)).toHaveLength(1);
  });

  it('waits for the next round until it is due', async () => {
    const own = await startWiki({ database, config: { oauth: { ...oauth, cleaningSeconds: 3600 } } });
    const cleaner = own.get(Cleaning);
    expect(await cleaner.cleanIfDue()).toEqual(nothing);
    expect(await cleaner.cleanIfDue()).toBeNull();
    own.clock.advance(3_600_001);
    expect(await cleaner.cleanIfDue()).toEqual(nothing);
    await own.close();
  });

  it('begins by itself', async () => {
    const own = await startWiki({ database, config: { oauth: { ...oauth, cleaningSeconds: 1 } } });
    await insertFamilies(own.get(DataSource), [{}]);
    await vi.waitFor(async () => expect(await own.get(DataSource).manager.count('Family')).toBe(0), 10_000);
    await own.close();
  });

  it('is taken over, where it stopped, from a node that was killed', { timeout: 60_000 }, async () => {
    const fresh = await database.fresh();
    const second = await startWiki({ database: fresh, config: { oauth: { ...oauth, cleaningSeconds: 60 } } });
    const manager = second.get(DataSource).manager;
    await insertFamilies(
      second.get(DataSource),
      Array.from({ length: 30 }, () => ({})),
    );
    const env = { OAUTH_CLEANING_SECONDS: '1', OAUTH_CLEANING_BATCH: '10', OAUTH_CLEANING_PAUSE_MS: '60000' };
    const first = await WikiProcess.start({ database: fresh, env });
    try {
      const progress = () =>
        manager.query<{ progress: string | null }[]>('SELECT progress FROM drawbridge_cleaning_turn');
      await vi.waitFor(async () => expect((await progress())[0]?.progress).toContain('"families":10'), 10_000);
      expect(await manager.count('Family')).toBe(20);
      expect(await second.get(Cleaning).clean()).toBeNull();
      await first.kill();
      expect(await second.get(Cleaning).clean()).toBeNull();
      second.clock.advance(121_000);
      expect(await second.get(Cleaning).cleanIfDue()).toEqual({ ...nothing, families: 30 });
      expect(await manager.count('Family')).toBe(0);
    } finally {
      await first.kill();
      await second.close();
      await fresh.drop();
    }
  });
});

describe('P24 cleaning by two nodes', () => {
  const postgres = databases.find(({ name }) => name === 'PostgreSQL');

  it('is done by one of them, and by the other when the first one stops', async () => {
    const fresh = await postgres!.fresh();
    const start = (pause: number) =>
      startWiki({
        database: fresh,
        config: { oauth: { cleaningSeconds: 60, cleaningBatch: 10, cleaningPauseMilliseconds: pause } },
      });
    const [slow, quick] = [await start(60_000), await start(0)];
    await insertFamilies(
      quick.get(DataSource),
      Array.from({ length: 40 }, () => ({})),
    );
    const stop = new AbortController();
    const given = slow.get(Cleaning).cleanIfDue(stop.signal);
    await vi.waitFor(async () => expect(await quick.get(DataSource).manager.count('Family')).toBe(30), 10_000);
    expect(await quick.get(Cleaning).cleanIfDue()).toBeNull();
    stop.abort();
    expect(await given).toBeNull();
    expect(await quick.get(Cleaning).cleanIfDue()).toEqual({ ...nothing, families: 40 });
    await Promise.all([slow.close(), quick.close()]);
    await fresh.drop();
  });

  it('waits for no row that somebody holds', async () => {
    const wiki = await startWiki({ database: postgres!, config: { oauth } });
    const source = wiki.get(DataSource);
    const [held = ''] = await insertFamilies(source, [{}, {}]);
    await source.transaction(async (manager) => {
      await manager.update('Family', { id: held }, { endedAt: 1 });
      expect(await wiki.get(Cleaning).clean()).toMatchObject({ families: 1 });
    });
    expect(await wiki.get(Cleaning).clean()).toMatchObject({ families: 1 });
    await wiki.close();
  });
});
