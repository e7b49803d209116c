import {
  Clients,
  ClientSecrets,
  type RefusalReason,
  SecretUses,
  Usage,
  UsageRecorder,
} from 'nestjs-drawbridge/oauth-provider';
import { Access, Refusals, type Scope, type Shortfall } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase } from '../support/databases.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

const hour = 3_600_000;
const day = 24 * hour;
const route = 'GET /rest/api/content/:id';

describe.each(databases)('counts of use on $name', (database) => {
  let fresh: FreshDatabase;
  let host: SmallHost;
  let app: RegisteredClient;

  beforeEach(async () => {
    fresh = await database.fresh();
    host = await SmallHost.start({}, { database: fresh });
    app = await host.register({ scopes: ['READ', 'WRITE'] });
  });
  afterEach(async () => {
    await host.close();
    await fresh.drop();
  });

  const recorder = () => host.get(UsageRecorder);
  const usage = () => host.get(Usage);
  const note = (times = 1, called = route) => {
    for (let time = 0; time < times; time++) recorder().note(app.client.id, 'no grant', called);
  };
  const accessOf = (scope: Scope = 'READ') =>
    new Access({ clientId: app.client.id, userId: 'ann', scope, personLevel: 'READ' });
  const fallShort = (shortfall: Shortfall, access = accessOf(), called = route) =>
    host.get(Refusals).tell(access, shortfall, called);
  const today = async () => {
    const [count] = await usage().ofClient(app.client.id, 1);
    return count && { requests: count.requests, refusals: count.refusals };
  };

  it('say which routes were called, the busiest first', async () => {
    note(3);
    note(5, 'POST /rest/api/content');
    fallShort({ reason: 'closed' });
    recorder().noteRefused(app.client.id, 'token-expired', 'GET /rest/api/space');
    await recorder().write();
    note(1);
    await recorder().write();
    expect(await usage().routesOf(app.client.id, 1)).toEqual([
      { route: 'POST /rest/api/content', requests: 5, refusals: 0 },
      { route, requests: 3, refusals: 1 },
      { route: 'GET /rest/api/space', requests: 0, refusals: 1 },
    ]);
    expect(await today()).toEqual({ requests: 8, refusals: 2 });
  });

  it('say why calls were refused: what the link may not ask for is told from what was not granted', async () => {
    note(6);
    fallShort({ reason: 'scope', needed: 'WRITE' });
    fallShort({ reason: 'scope', needed: 'WRITE' });
    fallShort({ reason: 'scope', needed: 'ADMIN' });
    fallShort({ reason: 'person', needed: 'WRITE' });
    fallShort({ reason: 'closed' });
    fallShort({ reason: 'limit', sentence: null });
    for (const reason of ['token-expired', 'paused', 'link-disabled'] satisfies RefusalReason[])
      recorder().noteRefused(app.client.id, reason, route);
    await recorder().write();
    const reasons = await usage().refusalsOf(app.client.id, 1);
    expect(Object.fromEntries(reasons.map(({ reason, refusals }) => [reason, refusals]))).toEqual({
      'granted-scope': 2,
      'link-scope': 1,
      'person-level': 1,
      closed: 1,
      limit: 1,
      'token-expired': 1,
      paused: 1,
      'link-disabled': 1,
    });
    expect(reasons[0]).toEqual({ reason: 'granted-scope', refusals: 2 });
    expect(await today()).toEqual({ requests: 0, refusals: 9 });
  });

  it('count a request once, however many of its fields are refused, and each field for itself', async () => {
    const access = accessOf();
    note(1, 'QUERY Query.page');
    recorder().noteCall(app.client.id, 'QUERY Query.space');
    fallShort({ reason: 'closed' }, access, 'QUERY Query.page');
    fallShort({ reason: 'closed' }, access, 'QUERY Query.space');
    await recorder().write();
    expect(await today()).toEqual({ requests: 0, refusals: 1 });
    expect(await usage().routesOf(app.client.id, 1)).toEqual([
      { route: 'QUERY Query.page', requests: 0, refusals: 1 },
      { route: 'QUERY Query.space', requests: 0, refusals: 1 },
    ]);
  });

  it('tell a hundred routes of a day apart, in memory and in the table, and count the others together', async () => {
    for (let index = 0; index < 90; index++) note(1, `GET /one/${index.toString()}`);
    await recorder().write();
    for (let index = 0; index < 130; index++) note(1, `GET /two/${index.toString()}`);
    note(1, 'GET /one/7');
    await recorder().write();
    const routes = await usage().routesOf(app.client.id, 1);
    expect(routes).toHaveLength(101);
    expect(routes.slice(0, 2)).toEqual([
      { route: 'other', requests: 121, refusals: 0 },
      { route: 'GET /one/0', requests: 1, refusals: 0 },
    ]);
    expect(routes.reduce((sum, { requests }) => sum + requests, 0)).toBe(221);
  });

  it('know the requests of the last 24 hours, to the hour', async () => {
    note(4);
    host.clock.advance(23 * hour);
    note(3);
    await recorder().write();
    expect(await usage().requestsOfLastDay(app.client.id)).toBe(7);
    host.clock.advance(hour);
    expect(await usage().requestsOfLastDay(app.client.id)).toBe(3);
    host.clock.advance(day);
    expect(await usage().requestsOfLastDay(app.client.id)).toBe(0);
  });

  it('keep what cannot be written, and write it once', async () => {
    for (const table of [
      'drawbridge_usage ',
      'drawbridge_usage_hour',
      'drawbridge_usage_route',
      'drawbridge_usage_refusal',
    ]) {
      note(2);
      fallShort({ reason: 'closed' });
      host.fail(`INSERT INTO ${table}`);
      await recorder().write();
      await recorder().write();
    }
    expect(await today()).toEqual({ requests: 4, refusals: 4 });
    expect(await usage().requestsOfLastDay(app.client.id)).toBe(4);
    expect(await usage().routesOf(app.client.id, 1)).toEqual([{ route, requests: 4, refusals: 4 }]);
    expect(await usage().refusalsOf(app.client.id, 1)).toEqual([{ reason: 'closed', refusals: 4 }]);
  });

  it('go with their client, also what is counted after it', async () => {
    note(2);
    await recorder().write();
    note(2);
    await host.change((change) => host.get(Clients).remove(change, app.client.id));
    await recorder().write();
    for (const table of ['usage', 'usage_hour', 'usage_route', 'usage_refusal'])
      expect(await host.get(DataSource).query(`SELECT * FROM drawbridge_${table}`)).toEqual([]);
  });

  it('take no statement while a call waits', async () => {
    const statements = host.statements('');
    note(100);
    fallShort({ reason: 'scope', needed: 'ADMIN' });
    recorder().noteRefused(app.client.id, 'token-expired', route);
    expect(statements).toEqual([]);
  });

  describe('from where a secret is used', () => {
    const secretId = async () => (await host.get(ClientSecrets).live(app.client.id))[0]?.id ?? '';
    const uses = async (id: string) => (await host.get(SecretUses).of([id])).get(id);

    it('is kept with what the program calls itself, the latest first', async () => {
      await expect(host.exchange(app, 'no code')).rejects.toThrow();
      const id = await secretId();
      host.clock.advance(1000);
      const sender = { address: '2001:db8::1', agent: `curl/8\u0000é ${'x'.repeat(500)}` };
      host.get(SecretUses).note(id, sender, host.clock.now());
      await recorder().write();
      host.clock.advance(1000);
      host.get(SecretUses).note(id, { address: null }, host.clock.now());
      await recorder().write();
      const now = host.clock.now();
      expect(await uses(id)).toEqual([
        { secretId: id, address: '', agent: '', lastUsedAt: now },
        { secretId: id, address: '2001:db8::1', agent: `curl/8?? ${'x'.repeat(111)}`, lastUsedAt: now - 1000 },
        { secretId: id, address: '192.0.2.7', agent: '', lastUsedAt: now - 2000 },
      ]);
    });

    it('is bounded, in memory and in the table', async () => {
      const id = await secretId();
      const sources = host.get(SecretUses);
      for (let index = 0; index < 45; index++) {
        host.clock.advance(1);
        sources.note(id, { address: `192.0.2.${index.toString()}` }, host.clock.now());
        if (index % 15 === 14) await recorder().write();
      }
      for (let index = 45; index < 1000; index++) sources.note(id, { address: `192.0.2.${index.toString()}` }, 5);
      await recorder().write();
      const kept = (await uses(id)) ?? [];
      expect(kept.map(({ address }) => address)).toEqual(
        Array.from({ length: 20 }, (_, index) => `192.0.2.${(44 - index).toString()}`),
      );
      expect(await host.get(DataSource).query('SELECT * FROM drawbridge_secret_use')).toHaveLength(20);
    });

    it('goes with the secret', async () => {
      const id = await secretId();
      host.get(SecretUses).note(id, { address: '192.0.2.1' }, 5);
      await recorder().write();
      host.get(SecretUses).note(id, { address: '192.0.2.2' }, 6);
      await host.change((change) => host.get(ClientSecrets).remove(change, app.client.id, id));
      await recorder().write();
      expect(await host.get(DataSource).query('SELECT * FROM drawbridge_secret_use')).toEqual([]);
    });

    it('goes with the client', async () => {
      host.get(SecretUses).note(await secretId(), { address: '192.0.2.1' }, 5);
      await recorder().write();
      await host.change((change) => host.get(Clients).remove(change, app.client.id));
      expect(await host.get(DataSource).query('SELECT * FROM drawbridge_secret_use')).toEqual([]);
    });
  });

  if (database.name === 'PostgreSQL')
    describe('of several nodes', () => {
      it('are exact, however many write at one moment', async () => {
        const others = await Promise.all([1, 2, 3].map(() => SmallHost.start({}, { database: fresh, beside: host })));
        const second = await host.register({ name: 'Second' });
        try {
          const nodes = [host, ...others];
          for (let round = 0; round < 10; round++) {
            for (const [index, node] of nodes.entries())
              for (const client of index % 2 ? [app.client, second.client] : [second.client, app.client])
                for (let called = 0; called < 8; called++)
                  node.get(UsageRecorder).note(client.id, 'no grant', `GET /${((called + index) % 8).toString()}`);
            await Promise.all(nodes.map((node) => node.get(UsageRecorder).write()));
          }
          for (const { id } of [app.client, second.client]) {
            expect(await usage().ofClient(id, 1)).toMatchObject([{ requests: 320 }]);
            expect(await usage().requestsOfLastDay(id)).toBe(320);
            expect((await usage().routesOf(id, 1)).map(({ requests }) => requests)).toEqual(Array(8).fill(40));
          }
        } finally {
          for (const node of others) await node.close();
        }
      });

      it('wait for nobody who holds a client, and are written when it is free', async () => {
        const free = await host.register({ name: 'Free' });
        note(1);
        recorder().note(free.client.id, 'no grant', route);
        let writing: Promise<void> = Promise.resolve();
        const { manager } = host.get(DataSource);
        const countOf = async ({ client }: RegisteredClient) => (await usage().ofClient(client.id, 1))[0]?.requests;
        await manager.transaction(async (holder) => {
          await holder.query('SELECT 1 FROM drawbridge_client WHERE id = $1 FOR UPDATE', [app.client.id]);
          writing = recorder().write();
          await expect.poll(() => countOf(free)).toBe(1);
          expect(await countOf(app)).toBe(0);
        });
        await writing;
        expect(await countOf(app)).toBe(1);
      });
    });
});
