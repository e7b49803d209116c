import { Client, EventRecord, Grant, type OAuthProviderOptions } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { withinRegistration } from '../../libs/oauth-provider/src/token/standing.js';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

let host: SmallHost;
let app: RegisteredClient;
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const family = async () => (await rows(Family).find())[0];
const issue = async (...scopes: ('READ' | 'WRITE' | 'ADMIN')[]) =>
  host.exchange(app, await host.code(app, scopes.length > 0 ? scopes : undefined));
const begin = async (options: Partial<OAuthProviderOptions> = {}) => {
  host = await SmallHost.start(options);
  app = await host.register();
};

beforeEach(() => begin());
afterEach(() => host.close());

describe('a refresh token', () => {
  it('is good to the last millisecond of its life', async () => {
    const first = await issue();
    host.clock.advance(7_775_999_999);
    const second = await host.refresh(app, first.refresh_token);
    host.clock.advance(7_776_000_000);
    await expect(host.refresh(app, second.refresh_token)).rejects.toThrow('The refresh token has expired.');
  });

  it('P9 has the same answer to the last millisecond of the window, and ends the sign-in after it', async () => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    host.clock.advance(9_999);
    expect(await host.refresh(app, first.refresh_token)).toEqual(second);
    host.clock.advance(1);
    for (let round = 0; round < 2; round++) await expect(host.refresh(app, first.refresh_token)).rejects.toThrow();
    await expect(host.refresh(app, second.refresh_token)).rejects.toThrow('one of its refresh tokens was used twice');
    const types = (await rows(EventRecord).find()).map(({ type }) => type);
    expect(types.filter((type) => type.startsWith('family.ended'))).toEqual(['family.ended.refresh-replayed']);
    expect(await family()).toMatchObject({ replaySeed: null, endedAt: host.clock.now() });
  });

  it('P9 has the same answer also when a new key has come meanwhile, and when the key is the second', async () => {
    host.useKeys('second', 'first');
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    const turns: [string, ...string[]][] = [['second'], ['third', 'first', 'second']];
    for (const keys of turns) {
      host.useKeys(...keys);
      expect(await host.refresh(app, first.refresh_token)).toEqual(second);
    }
    expect(await family()).toMatchObject({ endedAt: null });
  });

  it('P10 leaves a seed behind, which says nothing without the token before, as that says nothing without it', async () => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    const { id = '', replaySeed } = (await family()) ?? {};
    const anew = host.get(Tokens).next(first.refresh_token, id, 2);
    expect([anew.access, anew.refresh]).not.toContain(second.access_token);
    expect([anew.access, anew.refresh]).not.toContain(second.refresh_token);
    expect(replaySeed).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const bits = Buffer.from(replaySeed ?? '', 'base64url').toString('latin1');
    for (const token of [second.access_token, second.refresh_token])
      expect(Buffer.from(token.slice('dbr_at_'.length), 'base64url').toString('latin1')).not.toContain(bits);
  });

  it('P9 of the generation before the last ends the sign-in, also in the window', async () => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    const third = await host.refresh(app, second.refresh_token);
    await expect(host.refresh(app, first.refresh_token)).rejects.toThrow('already used');
    await expect(host.refresh(app, third.refresh_token)).rejects.toThrow('used twice');
  });

  it('P12 is none because our key made it, and opens no answer to another', async () => {
    const first = await issue();
    const minted = async (generation: number) =>
      host.get(Tokens).mint('refresh', (await family())?.id ?? '', generation);
    await expect(host.refresh(app, await minted(1))).rejects.toThrow('The refresh token is unknown');
    await host.refresh(app, first.refresh_token);
    await expect(host.refresh(app, await minted(1))).rejects.toThrow('already used');
    await expect(host.refresh(app, 'dbr_rt_guess')).rejects.toThrow('The refresh token is unknown');
  });

  it('P9 reaches to the end of the longest life, to the millisecond, and no token of it further', async () => {
    await host.close();
    await begin({ familySeconds: 3600 });
    const first = await issue();
    expect(first.expires_in).toBe(3600);
    host.clock.advance(3_600_000 - 1500);
    const second = await host.refresh(app, first.refresh_token);
    expect(second.expires_in).toBe(2);
    const end = host.clock.now() + 1500;
    expect(await family()).toMatchObject({ accessExpiresAt: end, refreshExpiresAt: end });
    host.clock.advance(1499);
    const third = await host.refresh(app, second.refresh_token);
    expect(third.expires_in).toBe(1);
    host.clock.advance(1);
    await expect(host.refresh(app, third.refresh_token)).rejects.toThrow('the end of its longest life');
  });

  it('P4 asks for what was agreed to or less, at each refresh anew, and never for more', async () => {
    let { refresh_token } = await issue('READ', 'WRITE');
    for (const [scope, given] of [
      ['READ', 'READ'],
      ['WRITE', 'WRITE'],
      ['READ WRITE', 'READ WRITE'],
    ] as const) {
      const answer = await host.refresh(app, refresh_token, { scope });
      expect(answer.scope).toBe(given);
      refresh_token = answer.refresh_token;
    }
    for (const scope of ['ADMIN', 'READ ADMIN', 'SYSTEM_ADMIN', 'nonsense', 'READ nonsense', ' ']) {
      await expect(host.refresh(app, refresh_token, { scope })).rejects.toThrow('invalid_scope');
    }
    expect(await host.refresh(app, refresh_token)).toMatchObject({ scope: 'READ WRITE' });
  });

  it('P4 leaves the access token before it alive where the new one reaches no further, and only there', async () => {
    const { refresh_token } = await issue('READ', 'WRITE');
    const narrow = await host.refresh(app, refresh_token, { scope: 'READ' });
    expect((await family())?.previousAccessUntil).toBe(host.clock.now() + 10_000);
    const same = await host.refresh(app, narrow.refresh_token, { scope: 'READ' });
    expect((await family())?.previousAccessUntil).toBe(host.clock.now() + 10_000);
    await host.refresh(app, same.refresh_token, { scope: 'WRITE' });
    expect((await family())?.previousAccessUntil).toBeNull();
  });

  it('P9 lets the access token before it live no longer than it would have', async () => {
    const { refresh_token } = await issue();
    host.clock.advance(3_599_000);
    await host.refresh(app, refresh_token);
    expect((await family())?.previousAccessUntil).toBe(host.clock.now() + 1000);
  });

  it('P4 gives what the link is registered for now, at most', async () => {
    const { refresh_token } = await issue('READ', 'WRITE', 'ADMIN');
    await host.set(app, { scopes: ['WRITE'] });
    const second = await host.refresh(app, refresh_token);
    expect(second.scope).toBe('READ WRITE');
    expect((await host.refresh(app, second.refresh_token, { scope: 'ADMIN' })).scope).toBe('WRITE');
  });

  it('is bound to its client and to its redirect URI', async () => {
    const { refresh_token } = await issue();
    await expect(host.refresh(await host.register(), refresh_token)).rejects.toThrow('issued to another client');
    const elsewhere = { redirect_uri: 'https://app.example.com/' };
    await expect(host.refresh(app, refresh_token, elsewhere)).rejects.toThrow('The redirect_uri differs');
    const right = { redirect_uri: 'https://app.example.com/cb' };
    expect(await host.refresh(app, refresh_token, right)).toHaveProperty('access_token');
  });

  it.each<[string, string, () => unknown]>([
    ['its authorization is withdrawn', 'was withdrawn', () => rows(Grant).clear()],
    ['its person is gone', 'may not use the wiki', () => host.person('ann', null)],
    ['its person is disabled', 'may not use the wiki', () => host.person('ann', { active: false })],
    ['its link is disabled', 'unauthorized_client', () => host.set(app, { enabled: false })],
    ['its row is gone', 'The refresh token is unknown', () => rows(Family).clear()],
  ])('P13 is worth nothing once %s, current or replayed', async (_, cause, end) => {
    const first = await issue();
    const second = await host.refresh(app, first.refresh_token);
    await end();
    await expect(host.refresh(app, second.refresh_token)).rejects.toThrow(cause);
    await expect(host.refresh(app, first.refresh_token)).rejects.toThrow(cause);
  });

  it('P9 that loses to the same refresh gets the same answer', async () => {
    const { refresh_token } = await issue();
    let other: unknown;
    host.meanwhile(async () => (other = await host.refresh(app, refresh_token)));
    expect(await host.refresh(app, refresh_token)).toEqual(other);
  });

  it.each<[string, string, () => Promise<unknown>]>([
    ['its authorization is withdrawn', 'was withdrawn', () => rows(Grant).clear()],
    ['its link is disabled', 'unauthorized_client: ', () => host.set(app, { enabled: false })],
    ['its link is deleted', 'unauthorized_client: ', () => rows(Client).clear()],
    ['its row is cleaned away', 'was ended while it was being refreshed', () => rows(Family).clear()],
  ])('P13 loses when %s meanwhile, which is no theft', async (_, cause, end) => {
    const { refresh_token } = await issue();
    host.meanwhile(end);
    await expect(host.refresh(app, refresh_token)).rejects.toThrow(cause);
    expect(await rows(EventRecord).countBy({ type: 'family.ended.refresh-replayed' })).toBe(0);
  });

  it('P9 that is used twice ends the sign-in also while its person is deactivated', async () => {
    const first = await issue();
    await host.refresh(app, first.refresh_token);
    host.clock.advance(60_000);
    host.person('ann', { active: false });
    await expect(host.refresh(app, first.refresh_token)).rejects.toThrow('invalid_grant');
    expect(await family()).toMatchObject({ endedBecause: 'refresh-replayed' });
  });

  it('P4 gives nothing that was not granted, whatever the link may have now', async () => {
    const { refresh_token } = await issue('READ');
    await host.set(app, { scopes: [] });
    await expect(host.refresh(app, refresh_token)).resolves.toMatchObject({ scope: '' });
    await rows(Family).updateAll({ scopes: [] });
    await host.set(app, { scopes: ['ADMIN'] });
    const [row] = await rows(Family).find();
    expect(row && withinRegistration(row.scopes, app.client)).toEqual([]);
  });

  it('says which scopes it may ask for', async () => {
    const { refresh_token } = await issue('READ', 'WRITE');
    await expect(host.refresh(app, refresh_token, { scope: 'ADMIN' })).rejects.toThrow(
      'The scope ADMIN was not granted. This refresh may ask for: READ WRITE.',
    );
  });
});
