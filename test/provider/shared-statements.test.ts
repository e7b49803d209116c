import { Client, FailureCounter, Grant, Grants, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BearerTokens } from '../../libs/oauth-provider/src/bearer/bearer-tokens.service.js';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { FamilySteps } from '../../libs/oauth-provider/src/families/family-steps.service.js';
import { LastUses } from '../../libs/oauth-provider/src/usage/last-uses.service.js';
import { databases, type FreshDatabase, postgres, sqlite } from '../support/databases.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

let fresh: FreshDatabase;
let host: SmallHost;
let app: RegisteredClient;
const close = async () => {
  await host.close();
  await fresh.drop();
};
const signIns = async (count: number) =>
  Promise.all(Array.from({ length: count }, async () => host.exchange(app, await host.code(app))));
const fulfilled = async (work: readonly Promise<unknown>[]) =>
  (await Promise.allSettled(work)).filter(({ status }) => status === 'fulfilled').length;

describe.each(databases)('what is asked for at one moment, on %s', (database) => {
  beforeEach(async () => {
    fresh = await database.fresh();
    host = await SmallHost.start({ personChangesAreTold: true }, { database: fresh });
    app = await host.register();
  });
  afterEach(close);

  it('costs many refreshes one reading and one step, and each gets tokens of its own', async () => {
    const before = await signIns(20);
    const [readings, steps] = [
      host.statements('FROM drawbridge_family f'),
      host.statements('UPDATE drawbridge_family'),
    ];
    const after = await Promise.all(before.map(({ refresh_token }) => host.refresh(app, refresh_token)));
    expect([readings.length, steps.length]).toEqual([1, 1]);
    expect(new Set(after.map(({ access_token }) => access_token)).size).toBe(20);
    for (const { access_token } of after)
      expect(await host.get(BearerTokens).judge(access_token)).toHaveProperty('access.userId', 'ann');
    for (const { refresh_token } of after)
      expect(await host.refresh(app, refresh_token)).toHaveProperty('access_token');
  });

  it('P13 moves every family but those that have ended meanwhile', async () => {
    const before = await signIns(5);
    const [ended] = await host.get(DataSource).manager.find(Family, { take: 1 });
    const held = host.hold('FROM drawbridge_family f');
    const refreshes = before.map(({ refresh_token }) => host.refresh(app, refresh_token));
    const settled = fulfilled(refreshes);
    await held.isThere;
    await host.get(DataSource).manager.update(Family, { id: ended?.id ?? '' }, { endedAt: 1, endedBecause: 'revoked' });
    held.letGo();
    expect(await settled).toBe(4);
  });

  it('P7 takes one of several steps of one family, and those of others', async () => {
    const [one, other] = [await host.code(app), await host.code(app)];
    const families = await host.get(DataSource).manager.find(Family);
    const step = ({ id, redeemableDigest: redeemed }: Family, access_digest: string) => ({
      ...{ id, generation: 1, redeemed, redeemable_digest: 'next', access_digest, access_scopes: 'READ', issued_at: 1 },
      ...{ access_expires_at: 2, refresh_expires_at: 3, previous_access_until: null, replay_seed: null },
      replay_until: null,
    });
    expect([one, other, families]).toHaveLength(3);
    const steps = families.flatMap((family) => ['a', 'b', 'c'].map((digest) => step(family, digest)));
    const taken = await Promise.all(steps.map((each) => host.get(FamilySteps).take(each)));
    expect(taken).toEqual([true, false, false, true, false, false]);
    expect((await host.get(DataSource).manager.find(Family)).map(({ accessDigest }) => accessDigest)).toEqual([
      'a',
      'a',
    ]);
  });

  it('writes last uses many at a time, and none older than one that is there', async () => {
    const grants = await Promise.all(
      ['ann', 'bob', 'cid'].map((userId) =>
        host.change((change) => host.get(Grants).give(change, { clientId: app.client.id, userId, scopes: ['READ'] })),
      ),
    );
    const uses = host.get(LastUses);
    const { manager } = host.get(DataSource);
    const times = async () => new Map((await manager.find(Grant)).map(({ id, lastUsedAt }) => [id, lastUsedAt]));
    const [ann, bob, cid] = grants.map(({ id }) => id);
    const statements = host.statements('last_used_at');
    await manager.update(Grant, { id: bob ?? '' }, { lastUsedAt: 900 });
    for (const id of [ann, bob, 'gone']) uses.note('grant', id ?? '', 500);
    uses.note('client', app.client.id, 700);
    await uses.write();
    expect(await times()).toEqual(new Map([[ann, 500], [bob, 900], [cid, null]])); // prettier-ignore
    expect((await manager.findOneByOrFail(Client, { id: app.client.id })).lastUsedAt).toBe(700);
    const before = statements.length;
    await uses.write();
    expect(statements.length).toBe(before);
  });
});

describe('on SQLite', () => {
  beforeEach(async () => {
    fresh = await sqlite.fresh();
    host = await SmallHost.start({}, { database: fresh });
    app = await host.register();
  });
  afterEach(close);

  it('what many rows are given is read once, not once for each row', async () => {
    const written = host.statements('json_each(?2)');
    const [tokens] = await signIns(1);
    await host.refresh(app, tokens?.refresh_token ?? '');
    host.get(LastUses).note('grant', 'some grant', 500);
    host.get(LastUses).note('client', app.client.id, 500);
    await host.get(LastUses).write();
    const tables = ['drawbridge_family', 'drawbridge_grant', 'drawbridge_client'];
    for (const table of tables) {
      const statement = written.find((text) => text.startsWith(`UPDATE ${table}`)) ?? '';
      const plan = await host
        .get(DataSource)
        .query<{ detail: string }[]>(`EXPLAIN QUERY PLAN ${statement}`, ['[]', '[]']);
      const scans = plan.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'));
      expect(scans, statement).toEqual([expect.stringContaining('json_each')]);
      expect(plan[0]?.detail).toBe(scans[0]);
    }
  });
});

describe('on PostgreSQL', () => {
  const begin = async (preparedStatements: boolean) => {
    fresh = await postgres.fresh();
    host = await SmallHost.start({ preparedStatements }, { database: fresh });
    app = await host.register();
  };
  afterEach(close);

  it.each([true, false])('what requests wait for is prepared as the host says: %s', async (preparedStatements) => {
    await begin(preparedStatements);
    const [tokens] = await signIns(1);
    for (let time = 0; time < 3; time++) await host.get(BearerTokens).judge(tokens?.access_token ?? '');
    const database = host.get(DataSource);
    const asked = 'SELECT name FROM pg_prepared_statements, pg_sleep(0.05)'; // on every connection there is
    const ofEach = Array.from({ length: 10 }, () => database.query<{ name: string }[]>(asked));
    const names = (await Promise.all(ofEach)).flat();
    expect(names.some(({ name }) => name.startsWith('drawbridge_'))).toBe(preparedStatements);
  });

  it('a row that somebody holds keeps the last use of others waiting for nothing, and its own is written when it is free', async () => {
    await begin(true);
    const give = (userId: string) =>
      host.change((change) => host.get(Grants).give(change, { clientId: app.client.id, userId, scopes: ['READ'] }));
    const [held, free] = [await give('ann'), await give('bob')];
    const { manager } = host.get(DataSource);
    const lastUse = async ({ id }: Grant) => (await manager.findOneByOrFail(Grant, { id })).lastUsedAt;
    for (const { id } of [held, free]) host.get(LastUses).note('grant', id, 500);
    let writing: Promise<void> = Promise.resolve();
    await manager.transaction(async (holder) => {
      await holder.query('SELECT 1 FROM drawbridge_grant WHERE id = $1 FOR UPDATE', [held.id]);
      writing = host.get(UsageRecorder).write();
      await expect.poll(() => lastUse(free)).toBe(500);
      expect(await lastUse(held)).toBeNull();
    });
    await writing;
    expect(await lastUse(held)).toBe(500);
  });

  it('P21 counts what fails and what is taken back at one moment', async () => {
    await begin(true);
    const settings = { dataSource: host.get(DataSource), tableName: 'drawbridge_throttle', limit: 1000, seconds: 60 };
    const counter = new FailureCounter(settings);
    const all: Promise<unknown>[] = [];
    for (let time = 0; time < 30; time++) {
      all.push(counter.add('one'), counter.add('one'), counter.add('other'));
      await new Promise(setImmediate);
      all.push(counter.takeBack('one'), counter.takeBack('one'));
      await new Promise(setImmediate);
      all.push(counter.add('one'));
    }
    await Promise.all(all);
    expect(await new FailureCounter(settings).count('one')).toBe(30);
    expect(await new FailureCounter(settings).count('other')).toBe(30);
  });
});
