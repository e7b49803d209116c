import { Clients, ClientSecret, ClientSecrets, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ClientAuthenticator } from '../../libs/oauth-provider/src/token/client-authenticator.service.js';
import { TokenRequests } from '../../libs/oauth-provider/src/token/token-requests.service.js';
import { sqlite } from '../support/databases.js';
import { formRequest, type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const prove = (clientId: string, secret?: string) =>
  host.get(ClientAuthenticator).authenticate({ clientId, secret }, { address: '192.0.2.7' });

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
});
afterEach(() => host.close());

describe('a client', () => {
  it('is proven by its secret and by nothing else', async () => {
    expect(await prove(app.client.id, app.secret)).toMatchObject({ id: app.client.id });
    await expect(prove(app.client.id, app.secret.toUpperCase())).rejects.toMatchObject({
      code: 'invalid_client',
      status: 401,
      description: expect.stringContaining('unknown or the secret is wrong') as string,
    });
    const other = await host.register();
    await expect(prove(app.client.id, other.secret)).rejects.toThrow('invalid_client');
    await expect(prove(app.client.id)).rejects.toMatchObject({
      code: 'invalid_client',
      status: 401,
      description: expect.stringContaining('confidential') as string,
    });
  });

  it.each(['0'.repeat(32), 'no id', '', '0'.repeat(33)])('is unknown as %j', async (id) => {
    await expect(prove(id, app.secret)).rejects.toMatchObject({ code: 'invalid_client', status: 401 });
  });

  it('that is public sends no secret', async () => {
    const { client, secret } = await host.register({ type: 'public' });
    expect(await prove(client.id)).toMatchObject({ id: client.id, pkceRequired: true });
    const wanted = { mayIntrospectAll: true, plainPkceAllowed: true, rememberConsent: true };
    const without = { mayIntrospectAll: false, plainPkceAllowed: false, rememberConsent: false };
    expect((await host.register({ type: 'public', ...wanted })).client).toMatchObject(without);
    expect((await host.register(wanted)).client).toMatchObject(wanted);
    await expect(prove(client.id, secret)).rejects.toMatchObject({
      code: 'invalid_client',
      status: 401,
      description: expect.stringContaining('public client has no secret') as string,
    });
  });

  it('P15 hears that it is disabled once it is proven, and strangers do not', async () => {
    await host.set(app, { enabled: false });
    await expect(prove(app.client.id, app.secret)).rejects.toMatchObject({ code: 'unauthorized_client', status: 400 });
    await expect(prove(app.client.id, 'wrong')).rejects.toMatchObject({ code: 'invalid_client' });
  });

  it('has a secret to the last millisecond before its end', async () => {
    const now = host.clock.now();
    await rows(ClientSecret).updateAll({ expiresAt: now + 1000 });
    host.clock.advance(999);
    expect(await prove(app.client.id, app.secret)).toBeTruthy();
    host.clock.advance(1);
    await expect(prove(app.client.id, app.secret)).rejects.toThrow('invalid_client');
  });

  it('keeps its other secrets to the end they are given, or to a sooner one of theirs', async () => {
    const secrets = host.get(ClientSecrets);
    const { id } = app.client;
    await host.change(async (change) => {
      const { record } = await secrets.create(change, id);
      await secrets.endOthers(change, record, change.now + 5000);
      const newest = await secrets.create(change, id);
      await secrets.endOthers(change, newest.record, change.now + 9000);
    });
    const ends = (await rows(ClientSecret).findBy({ clientId: id })).map(({ expiresAt }) => expiresAt);
    const now = host.clock.now();
    expect(new Set(ends)).toEqual(new Set([now + 5000, now + 9000, null]));
  });

  it('leaves the secrets of other clients alone', async () => {
    const other = await host.register();
    const secrets = host.get(ClientSecrets);
    const [own] = await secrets.live(other.client.id);
    expect(await secrets.live(other.client.id)).toHaveLength(1);
    const removal = (clientId: string) => host.change((change) => secrets.remove(change, clientId, own?.id ?? ''));
    expect(await removal(app.client.id)).toBe(false);
    expect(await removal(other.client.id)).toBe(true);
    await expect(prove(other.client.id, other.secret)).rejects.toThrow('invalid_client');
    expect(await prove(app.client.id, app.secret)).toBeTruthy();
  });

  it('P13 is proven on every node by what its secrets are now, and otherwise costs nothing but a shared look', async () => {
    const fresh = await sqlite.fresh();
    const here = await SmallHost.start({}, { database: fresh });
    const there = await SmallHost.start({}, { database: fresh, beside: here });
    try {
      const { client, secret } = await here.register();
      const proves = (node: SmallHost, by: string) =>
        node
          .get(ClientAuthenticator)
          .authenticate({ clientId: client.id, secret: by }, { address: null })
          .then(
            () => 'proven',
            (error: Error) => error.message,
          );
      expect(await proves(there, secret)).toBe('proven');
      const reads = ['FROM "drawbridge_client"', 'FROM "drawbridge_client_secret"'].map((text) =>
        there.statements(text),
      );
      expect(await proves(there, secret)).toBe('proven');
      expect(await proves(there, 'wrong')).toContain('the secret is wrong');
      expect(reads).toEqual([[], []]);
      const next = await here.change((change) => here.get(ClientSecrets).create(change, client.id));
      expect(await proves(there, next.secret)).toBe('proven');
      await here.change((change) => here.get(ClientSecrets).endOthers(change, next.record, change.now));
      expect(await proves(there, secret)).toContain('This client secret has ended.');
      await here.change((change) => here.get(ClientSecrets).remove(change, client.id, next.record.id));
      expect(await proves(there, next.secret)).toContain('the secret is wrong');
      await here.change((change) => here.get(Clients).remove(change, client.id));
      expect(await proves(there, next.secret)).toContain('The client ID is unknown');
    } finally {
      await there.close();
      await here.close();
      await fresh.drop();
    }
  });

  it('has the last use of its secret noted, without a statement while it waits', async () => {
    const lastUse = async () => (await rows(ClientSecret).find())[0]?.lastUsedAt;
    await prove(app.client.id, 'wrong').catch(() => undefined);
    await host.get(UsageRecorder).write();
    expect(await lastUse()).toBeNull();
    const statements = host.statements('drawbridge_client_secret');
    const first = host.clock.now();
    await prove(app.client.id, app.secret);
    host.clock.advance(1000);
    await prove(app.client.id, app.secret);
    expect(statements.filter((each) => !each.startsWith('SELECT'))).toEqual([]);
    expect(await lastUse()).toBeNull();
    await host.get(UsageRecorder).write();
    expect(await lastUse()).toBe(first + 1000);
  });

  it('asks for a grant type that there is', async () => {
    expect(host.get(TokenRequests).grantTypes).toEqual(['authorization_code', 'refresh_token']);
    await expect(host.token(app, { grant_type: 'password' })).rejects.toThrow(
      /^unsupported_grant_type: .*authorization_code, refresh_token/,
    );
    await expect(host.token(app, {})).rejects.toThrow('invalid_request: The parameter grant_type is missing.');
  });

  it('is heard by Basic, and in the address where the host says so', async () => {
    const { client, secret } = app;
    const authorization = `Basic ${Buffer.from(`${client.id}:${secret}`).toString('base64')}`;
    const byBasic = formRequest({ grant_type: 'refresh_token', refresh_token: 'x' }, { authorization });
    await expect(host.get(TokenRequests).answer(byBasic)).rejects.toThrow('The refresh token is unknown');
    const url = `/?client_id=${client.id}&client_secret=${secret}&grant_type=refresh_token&refresh_token=x`;
    await expect(host.get(TokenRequests).answer({ ...formRequest({}), url })).rejects.toThrow('Treat it as leaked');
    await host.close();
    host = await SmallHost.start({ allowSecretInQuery: true });
    await expect(host.get(TokenRequests).answer({ ...formRequest({}), url })).rejects.toThrow('invalid_client');
  });
});

describe('P21 guesses at refresh tokens', () => {
  it('count against who guesses, and what is authentic does not', async () => {
    await host.close();
    host = await SmallHost.start({ failuresPerClient: 2 });
    app = await host.register();
    const first = await host.exchange(app, await host.code(app));
    for (let round = 0; round < 2; round++) {
      await expect(host.refresh(app, 'dbr_rt_guess')).rejects.toThrow('The refresh token is unknown');
    }
    await expect(host.refresh(app, 'dbr_rt_guess')).rejects.toHaveProperty('name', 'ThrottledError');
    expect(await host.refresh(app, first.refresh_token)).toHaveProperty('access_token');
  });

  it('have nothing read once they are throttled, whatever comes with them', async () => {
    await host.close();
    host = await SmallHost.start({ failuresPerClient: 2 });
    app = await host.register();
    const { refresh_token } = await host.exchange(app, await host.code(app));
    const wrong = { ...app, secret: 'x' };
    for (let round = 0; round < 2; round++)
      await expect(host.refresh(wrong, refresh_token)).rejects.toThrow('invalid_client');
    const statements = host.statements('');
    await expect(host.refresh(wrong, refresh_token)).rejects.toHaveProperty('name', 'ThrottledError');
    expect(statements).toEqual([]);
  });

  it('and at secrets are heard until the limit, from one network in one name', async () => {
    await host.close();
    host = await SmallHost.start({ failuresPerClient: 2 });
    app = await host.register();
    for (let round = 0; round < 2; round++) await expect(prove(app.client.id, 'x')).rejects.toThrow('invalid_client');
    await expect(prove(app.client.id, app.secret)).rejects.toHaveProperty('name', 'ThrottledError');
    const elsewhere = { clientId: app.client.id, secret: app.secret };
    expect(await host.get(ClientAuthenticator).authenticate(elsewhere, { address: '192.0.2.8' })).toBeTruthy();
    host.clock.advance(60_000);
    expect(await prove(app.client.id, app.secret)).toBeTruthy();
  });
});
