import { EventRecord, Grant } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { Introspections } from '../../libs/oauth-provider/src/introspect/introspections.service.js';
import { Revocations } from '../../libs/oauth-provider/src/revoke/revocations.service.js';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { formRequest, type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const form = ({ client, secret }: RegisteredClient, token: string) =>
  formRequest({ client_id: client.id, client_secret: secret, token });
const said = (token: string, by = app) => host.get(Introspections).answer(form(by, token));
const revoke = (token: string, by = app) => host.get(Revocations).revoke(form(by, token));
const issue = async () => host.exchange(app, await host.code(app));
const seconds = (after: number) => Math.floor((host.clock.now() + after) / 1000);
const notLive = { active: false };

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
});
afterEach(() => host.close());

describe('introspection', () => {
  it('says in whole seconds from when to when a token is good', async () => {
    host.clock.advance(999);
    const { access_token, refresh_token } = await issue();
    const common = {
      active: true,
      scope: 'READ WRITE',
      client_id: app.client.id,
      sub: 'ann',
      iss: 'https://wiki.example.com',
      iat: seconds(0),
    };
    expect(await said(access_token)).toEqual({ ...common, exp: seconds(3_600_000), token_type: 'bearer' });
    expect(await said(refresh_token)).toEqual({ ...common, exp: seconds(7_776_000_000) });
  });

  it('says to the last millisecond that a token is live', async () => {
    const { access_token, refresh_token } = await issue();
    host.clock.advance(3_599_999);
    expect(await said(access_token)).toMatchObject({ active: true });
    host.clock.advance(1);
    expect(await said(access_token)).toEqual(notLive);
    host.clock.advance(7_776_000_000 - 3_600_001);
    expect(await said(refresh_token)).toMatchObject({ active: true });
    host.clock.advance(1);
    expect(await said(refresh_token)).toEqual(notLive);
  });

  it('says of the older access token how long its window is, and of the older refresh token nothing', async () => {
    const first = await issue();
    await host.refresh(app, first.refresh_token);
    const older = await said(first.access_token);
    expect(older).toMatchObject({ active: true, exp: seconds(10_000), token_type: 'bearer' });
    expect(older).not.toHaveProperty('iat');
    expect(await said(first.refresh_token)).toEqual(notLive);
  });

  it('P15 says nothing of what is another’s, unknown, or no token', async () => {
    const { access_token, refresh_token } = await issue();
    const other = await host.register();
    const code = await host.code(app);
    for (const token of [access_token, refresh_token]) expect(await said(token, other)).toEqual(notLive);
    for (const token of [code, 'nonsense']) expect(await said(token)).toEqual(notLive);
    await rows(Family).clear();
    for (const token of [access_token, refresh_token]) expect(await said(token)).toEqual(notLive);
  });

  it('P12 says nothing of what our key made and nobody was given', async () => {
    await issue();
    const [family] = await rows(Family).find();
    for (const kind of ['access', 'refresh'] as const) {
      for (const generation of [0, 1, 2]) {
        expect(await said(host.get(Tokens).mint(kind, family?.id ?? '', generation))).toEqual(notLive);
      }
    }
  });

  it.each<[string, () => unknown]>([
    ['its authorization was withdrawn', () => rows(Grant).clear()],
    ['its person is gone', () => host.person('ann', null)],
    ['its person is disabled', () => host.person('ann', { active: false })],
    ['its application revoked it', async () => revoke((await issue()).access_token)],
  ])('P13 says of no token that it is live once %s', async (what, end) => {
    const { access_token, refresh_token } = await issue();
    if (what.includes('revoked')) await revoke(refresh_token);
    else await end();
    expect([await said(access_token), await said(refresh_token)]).toEqual([notLive, notLive]);
  });

  it('P4 says no more than the link is registered for now', async () => {
    const { access_token, refresh_token } = await issue();
    await host.set(app, { scopes: ['READ'] });
    for (const token of [access_token, refresh_token]) expect(await said(token)).toMatchObject({ scope: 'READ' });
    await host.set(app, { scopes: [] });
    for (const token of [access_token, refresh_token]) expect(await said(token)).toEqual(notLive);
  });

  it('P15 answers no client without a secret', async () => {
    const { client } = await host.register({ type: 'public' });
    const asked = host.get(Introspections).answer(formRequest({ client_id: client.id, token: 'x' }));
    await expect(asked).rejects.toMatchObject({ code: 'invalid_client', status: 401 });
    await expect(said('')).rejects.toThrow('The parameter token is missing.');
  });
});

describe('revocation', () => {
  it.each(['access_token', 'refresh_token'] as const)('P13 ends a sign-in by its %s', async (name) => {
    const answer = await issue();
    const stays = await issue();
    await revoke(answer[name]);
    await revoke(answer[name]);
    expect(await said(answer.access_token)).toEqual(notLive);
    expect(await said(stays.access_token)).toMatchObject({ active: true });
    expect(await rows(EventRecord).findBy({ type: 'family.ended.revoked' })).toMatchObject([
      { clientId: app.client.id, userId: 'ann', actorId: null, address: '192.0.2.7' },
    ]);
  });

  it('P15 ends nothing by a code, by nonsense, or in the name of another client', async () => {
    const { access_token, refresh_token } = await issue();
    const other = await host.register();
    for (const token of [access_token, refresh_token, 'nonsense']) await revoke(token, other);
    await revoke('nonsense');
    expect(await said(access_token)).toMatchObject({ active: true });
    await rows(Family).clear();
    await revoke(access_token);
    expect(await rows(EventRecord).countBy({ type: 'family.ended.revoked' })).toBe(0);
  });
});
