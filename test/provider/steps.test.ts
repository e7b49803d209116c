import { type ProviderEvent, ProviderEvents, TokenRequests } from 'nestjs-drawbridge/oauth-provider';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Introspections } from '../../libs/oauth-provider/src/introspect/introspections.service.js';
import { formRequest, redirectUri, type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
let heard: ProviderEvent[];
const issue = async () => host.exchange(app, await host.code(app));

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
  heard = [];
  host.get(ProviderEvents).onEvery((event) => heard.push(event));
});
afterEach(() => host.close());

describe('a step of an application is told', () => {
  const step = (type: string, scopes: readonly string[]) => ({
    type,
    at: host.clock.now(),
    actorId: null,
    actorClientId: app.client.id,
    address: '192.0.2.7',
    clientId: app.client.id,
    userId: 'ann',
    details: { scopes, redirectUri },
  });
  const last = () => heard.at(-1);

  it('as code, as refresh and as the same refresh once more', async () => {
    const first = await issue();
    expect(last()).toEqual(step('code.exchanged', ['READ', 'WRITE']));
    await host.refresh(app, first.refresh_token, { scope: 'READ' });
    expect(last()).toEqual(step('token.refreshed', ['READ']));
    await host.refresh(app, first.refresh_token);
    expect(last()).toEqual(step('token.refresh-repeated', ['READ']));
    host.clock.advance(60_000);
    await host.refresh(app, first.refresh_token).catch(() => null);
    expect(heard.at(-2)).toEqual(step('family.ended.refresh-replayed', ['READ', 'WRITE']));
  });

  it.each([
    [{ grant_type: 'refresh_token' }, 'invalid_request', 'refresh_token'],
    [{ grant_type: 'refresh_token', refresh_token: 'x' }, 'invalid_grant', 'refresh_token'],
    [{ grant_type: 'authorization_code', code: 'x', redirect_uri: redirectUri }, 'invalid_grant', 'authorization_code'],
    [{ grant_type: 'password' }, 'unsupported_grant_type', null],
    [{}, 'invalid_request', null],
  ])('as refused: %j', async (parameters, error, grantType) => {
    await expect(host.token(app, { ...parameters })).rejects.toThrow();
    expect(heard).toMatchObject([
      { type: 'token.refused', actorClientId: app.client.id, clientId: app.client.id, details: { error, grantType } },
    ]);
  });

  it('as a client that did not prove itself, named only where it is known', async () => {
    const answer = (id: string, secret = 'wrong') =>
      host
        .get(TokenRequests)
        .answer(formRequest({ client_id: id, client_secret: secret, grant_type: 'refresh_token' }));
    await expect(answer(app.client.id)).rejects.toThrow('invalid_client');
    await expect(answer(app.secret)).rejects.toThrow('invalid_client');
    const failed = { type: 'client.authentication-failed', actorId: null, address: '192.0.2.7', details: {} };
    expect(heard).toMatchObject([
      { ...failed, clientId: app.client.id },
      { ...failed, clientId: null },
    ]);
  });

  it('P15 not as a failed proof where the client is proven and disabled', async () => {
    const { client, secret } = await host.register({ enabled: false });
    heard.length = 0;
    await expect(host.token({ client, secret }, { grant_type: 'refresh_token' })).rejects.toThrow(
      'unauthorized_client',
    );
    expect(heard).toEqual([]);
  });

  it('as a question about a token, with its person only where it is live', async () => {
    const { access_token } = await issue();
    const ask = (token: string) =>
      host.get(Introspections).answer(formRequest({ client_id: app.client.id, client_secret: app.secret, token }));
    await ask(access_token);
    const told = { type: 'token.introspected', actorClientId: app.client.id, clientId: app.client.id };
    expect(last()).toMatchObject({ ...told, address: '192.0.2.7', userId: 'ann', details: { active: true } });
    await ask('nothing');
    expect(last()).toMatchObject({ ...told, userId: null, details: { active: false } });
  });
});
