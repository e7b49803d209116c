import { Client, ClientSecret, Clients, EventRecord, Grant, Grants } from 'nestjs-drawbridge/oauth-provider';
import type { Scope } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthorizationRequests } from '../../libs/oauth-provider/src/authorize/authorization-requests.service.js';
import { ConsentService } from '../../libs/oauth-provider/src/consent/consent.service.js';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { redirectUri, type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const actor = { userId: 'ann', address: '192.0.2.7' };
const yes = { chosen: 'READ', browser: null } as const;
const give = (userId: string, scopes: readonly Scope[], { client } = app) =>
  host.change((change) => host.get(Grants).give(change, { clientId: client.id, userId, scopes }));
const question = async (scope: string) => {
  const asking = { client_id: app.client.id, redirect_uri: redirectUri, response_type: 'code', scope, state: 's' };
  const asked = await host.get(AuthorizationRequests).check(new URLSearchParams(asking).toString());
  return { asked, person: { userId: 'ann', sessionId: 'session' } };
};

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
});
afterEach(() => host.close());

describe('a yes', () => {
  it('P4 gives what was chosen of what was asked, and leaves an event that says both', async () => {
    const url = new URL(await host.get(ConsentService).allow(await question('READ ADMIN'), yes, actor));
    expect(url.origin + url.pathname).toBe(redirectUri);
    expect([url.searchParams.get('state'), url.searchParams.get('iss')]).toEqual(['s', 'https://wiki.example.com']);
    expect(await host.exchange(app, url.searchParams.get('code') ?? '')).toMatchObject({ scope: 'READ' });
    expect(await rows(Grant).find()).toMatchObject([{ clientId: app.client.id, userId: 'ann', scopes: ['READ'] }]);
    expect(await rows(EventRecord).findBy({ type: 'authorization.given' })).toMatchObject([
      {
        clientId: app.client.id,
        userId: 'ann',
        actorId: 'ann',
        address: '192.0.2.7',
        details: { scopes: ['READ'], asked: ['READ', 'ADMIN'], redirectUri },
      },
    ]);
  });

  it.each([null, { active: false }])('P13 gives nothing for a person who is %j', async (as) => {
    const asked = await question('READ');
    host.person('ann', as);
    await expect(host.get(ConsentService).allow(asked, yes, actor)).rejects.toThrow('not active');
    expect(await rows(Family).count()).toBe(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['disabled', () => rows(Client).updateAll({ enabled: false })],
    ['deleted', () => rows(Client).clear()],
  ])('P13 gives nothing to a link that was %s meanwhile', async (_, end) => {
    const asked = await question('READ');
    await end();
    await expect(host.get(ConsentService).allow(asked, yes, actor)).rejects.toMatchObject({
      code: 'unauthorized_client',
      returnTo: { redirectUri },
    });
    expect([await rows(Family).count(), await rows(Grant).count()]).toEqual([0, 0]);
  });
});

describe('a no', () => {
  it('gives nothing, and goes back with state and issuer', async () => {
    const url = new URL(await host.get(ConsentService).deny(await question('READ'), actor));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({ error: 'access_denied', state: 's' });
    expect([await rows(Family).count(), await rows(Grant).count()]).toEqual([0, 0]);
    expect(await rows(EventRecord).findBy({ type: 'authorization.denied' })).toMatchObject([
      { clientId: app.client.id, userId: 'ann', details: { asked: ['READ'], redirectUri } },
    ]);
  });
});

describe('grants', () => {
  it('are one for a person and a client, and hold all that was agreed to', async () => {
    const first = await give('ann', ['WRITE']);
    host.clock.advance(1000);
    const second = await give('ann', ['READ']);
    expect(second).toMatchObject({ id: first.id, scopes: ['READ', 'WRITE'], updatedAt: host.clock.now() });
    expect(await rows(Grant).find()).toMatchObject([{ scopes: ['READ', 'WRITE'], updatedAt: host.clock.now() }]);
  });

  it('are listed for their person and for their client, the latest first', async () => {
    const other = await host.register();
    await give('ann', ['READ']);
    host.clock.advance(1);
    await give('ann', ['READ'], other);
    host.clock.advance(1);
    await give('bob', ['READ']);
    const grants = host.get(Grants);
    const mine = await grants.ofPerson('ann');
    expect(mine.map(({ client }) => client.id)).toEqual([other.client.id, app.client.id]);
    expect((await grants.ofClient(app.client.id, { start: 0, limit: 5 })).map(({ userId }) => userId)).toEqual([
      'bob',
      'ann',
    ]);
    expect((await grants.ofClient(app.client.id, { start: 1, limit: 5 })).map(({ userId }) => userId)).toEqual(['ann']);
    expect(await grants.ofClient(app.client.id, { start: 0, limit: 1 })).toHaveLength(1);
    expect(await grants.countOfClient(app.client.id)).toBe(2);
    await rows(Client).delete({ id: other.client.id });
    expect((await grants.ofPerson('ann')).map(({ client }) => client.id)).toEqual([app.client.id]);
  });

  it('P15 are withdrawn by their own person alone, once', async () => {
    const { id } = await give('ann', ['READ', 'WRITE']);
    const withdraw = (userId: string) => host.change((change) => host.get(Grants).withdraw(change, { id, userId }));
    expect([await withdraw('bob'), await withdraw('ann'), await withdraw('ann')]).toEqual([false, true, false]);
    expect(await rows(EventRecord).findBy({ type: 'authorization.ended' })).toMatchObject([
      { clientId: app.client.id, userId: 'ann', details: { scopes: ['READ', 'WRITE'] } },
    ]);
  });

  it('P14 of a client end one by one or all together, and nobody else’s', async () => {
    const other = await host.register();
    for (const userId of ['ann', 'bob', 'cid']) await give(userId, ['READ']);
    await give('ann', ['READ'], other);
    const { id: clientId } = app.client;
    const one = () => host.change((change) => host.get(Grants).endOne(change, { clientId, userId: 'bob' }));
    expect([await one(), await one()]).toEqual([true, false]);
    const all = () => host.change((change) => host.get(Grants).endAll(change, clientId));
    expect([await all(), await all()]).toEqual([2, 0]);
    expect(await rows(EventRecord).findBy({ type: 'authorizations.ended' })).toMatchObject([
      { clientId, details: { count: 2 } },
    ]);
    expect(await rows(Grant).find()).toMatchObject([{ clientId: other.client.id }]);
  });
});

describe('clients', () => {
  it('P14 leave with their secrets and grants, and leave other clients alone', async () => {
    const other = await host.register();
    await give('ann', ['READ']);
    await give('ann', ['READ'], other);
    await host.change((change) => host.get(Clients).remove(change, app.client.id));
    const left = [{ clientId: other.client.id }];
    expect(await rows(Client).find()).toMatchObject([{ id: other.client.id }]);
    expect(await rows(ClientSecret).find()).toMatchObject(left);
    expect(await rows(Grant).find()).toMatchObject(left);
  });

  it('are registered and changed with their scopes in order, and public ones always with PKCE', async () => {
    const { client } = await host.register({ type: 'public', scopes: ['WRITE', 'READ'] });
    expect(client).toMatchObject({ pkceRequired: true, scopes: ['READ', 'WRITE'], createdBy: 'ann' });
    host.clock.advance(1000);
    const settings = { ...client, type: 'confidential', pkceRequired: false, scopes: ['ADMIN', 'READ'] } as const;
    await host.change((change) => host.get(Clients).update(change, client.id, settings));
    expect(await host.get(Clients).find(client.id)).toMatchObject({
      type: 'confidential',
      pkceRequired: false,
      scopes: ['READ', 'ADMIN'],
      updatedAt: host.clock.now(),
      createdAt: host.clock.now() - 1000,
    });
    expect(await host.get(Clients).find(app.client.id)).toMatchObject({ scopes: ['SYSTEM_ADMIN'] });
  });
});
