import { createHash } from 'node:crypto';
import { EventRecord, Grant } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Family } from '../../libs/oauth-provider/src/families/family.entity.js';
import { Tokens } from '../../libs/oauth-provider/src/tokens/tokens.service.js';
import { type RegisteredClient, SmallHost } from './small-host.js';

const verifier = 'v'.repeat(43);
const challenge = createHash('sha256').update(verifier).digest('base64url');

let host: SmallHost;
let app: RegisteredClient;
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const family = async () => (await rows(Family).find())[0];
const events = async () => (await rows(EventRecord).find()).map(({ type }) => type);

beforeEach(async () => {
  host = await SmallHost.start();
  app = await host.register();
});
afterEach(() => host.close());

describe('a code', () => {
  it('P7 is exchanged to the last millisecond of its life', async () => {
    const [inTime, late] = [await host.code(app), await host.code(app)];
    host.clock.advance(59_999);
    expect(await host.exchange(app, inTime)).toMatchObject({ scope: 'READ WRITE', expires_in: 3600 });
    host.clock.advance(1);
    await expect(host.exchange(app, late)).rejects.toThrow('invalid_grant: The code has expired.');
  });

  it('P9 lives no longer than its sign-in may', async () => {
    await host.close();
    host = await SmallHost.start({ codeSeconds: 600, familySeconds: 60 });
    app = await host.register();
    const code = await host.code(app);
    host.clock.advance(60_000);
    await expect(host.exchange(app, code)).rejects.toThrow('The code has expired.');
  });

  it('P10 leaves no answer behind that it could open, and no older access token', async () => {
    await host.exchange(app, await host.code(app));
    expect(await family()).toMatchObject({
      generation: 1,
      replaySeed: null,
      replayUntil: null,
      previousAccessUntil: null,
      issuedAt: host.clock.now(),
      accessExpiresAt: host.clock.now() + 3_600_000,
      refreshExpiresAt: host.clock.now() + 7_776_000_000,
    });
  });

  it('says when its tokens were made, in whole seconds', async () => {
    host.clock.advance(999);
    const answer = await host.exchange(app, await host.code(app));
    expect(answer).toMatchObject({ token_type: 'bearer', created_at: Math.floor(host.clock.now() / 1000) });
  });

  it('P7 ends everything when it comes twice, and says so once', async () => {
    const code = await host.code(app);
    const { refresh_token } = await host.exchange(app, code);
    for (let round = 0; round < 2; round++) await expect(host.exchange(app, code)).rejects.toThrow('already used');
    await expect(host.refresh(app, refresh_token)).rejects.toThrow('its authorization code was used twice');
    expect((await events()).filter((type) => type.startsWith('family.ended'))).toEqual(['family.ended.code-replayed']);
  });

  it('P7 is worth nothing to another client, and is left to its own', async () => {
    const other = await host.register();
    const code = await host.code(app);
    await expect(host.exchange(other, code)).rejects.toThrow('issued to another client');
    expect(await host.exchange(app, code)).toHaveProperty('access_token');
  });

  it.each<[string, string | null, Record<string, string>, string]>([
    [
      'another redirect URI',
      null,
      { redirect_uri: 'https://app.example.com/' },
      'invalid_grant: The redirect_uri differs',
    ],
    ['a verifier nobody announced', null, { code_verifier: verifier }, 'invalid_grant: A code_verifier was sent'],
    ['no verifier', challenge, {}, 'invalid_request: The code_verifier is missing'],
    ['no form of a verifier', challenge, { code_verifier: 'short' }, 'invalid_request: A code_verifier has 43 to 128'],
    [
      'another verifier',
      challenge,
      { code_verifier: 'w'.repeat(43) },
      'invalid_grant: The code_verifier does not match',
    ],
    [
      'the challenge itself',
      challenge,
      { code_verifier: challenge },
      'invalid_grant: The code_verifier does not match',
    ],
  ])('P8 is burnt by its client with %s', async (_, codeChallenge, wrong, cause) => {
    const code = await host.code(app, ['READ'], codeChallenge);
    await expect(host.exchange(app, code, wrong)).rejects.toThrow(cause);
    const right: Record<string, string> = codeChallenge ? { code_verifier: verifier } : {};
    await expect(host.exchange(app, code, right)).rejects.toThrow('presented with a wrong verifier or redirect URI');
    expect(await events()).toContain('family.ended.code-misused');
  });

  it('P7 is exchanged with the verifier it was announced with', async () => {
    const code = await host.code(app, ['READ'], challenge);
    expect(await host.exchange(app, code, { code_verifier: verifier })).toMatchObject({ scope: 'READ' });
  });

  it('P12 is none because our key made it', async () => {
    await host.code(app);
    const minted = host.get(Tokens).mint('code', (await family())?.id ?? '', 0);
    await expect(host.exchange(app, minted)).rejects.toThrow('ended while the code was being exchanged');
    await expect(host.exchange(app, 'dbr_ac_guess')).rejects.toThrow('The code is unknown');
  });

  it.each<[string, string, () => unknown]>([
    ['its row is cleaned away', 'The code is unknown', () => rows(Family).clear()],
    ['its authorization is withdrawn', 'was withdrawn', () => rows(Grant).clear()],
    ['its person is gone', 'may not use the wiki', () => host.person('ann', null)],
    ['its person is disabled', 'may not use the wiki', () => host.person('ann', { active: false })],
    ['its link is disabled', 'unauthorized_client', () => host.set(app, { enabled: false })],
  ])('P13 is worth nothing once %s', async (_, cause, end) => {
    const code = await host.code(app);
    await end();
    await expect(host.exchange(app, code)).rejects.toThrow(cause);
  });

  it.each<[string, ('READ' | 'WRITE' | 'ADMIN')[], string]>([
    ['what is left of it', ['READ', 'WRITE', 'ADMIN'], 'READ WRITE'],
    ['the highest that is registered, where nothing else is left', ['ADMIN'], 'WRITE'],
  ])('P4 gives %s when its link was narrowed meanwhile', async (_, agreed, given) => {
    const code = await host.code(app, agreed);
    await host.set(app, { scopes: ['WRITE'] });
    expect(await host.exchange(app, code)).toMatchObject({ scope: given });
  });

  it('P7 that loses to another exchange of it ends what that one got', async () => {
    const code = await host.code(app);
    host.meanwhile(() => host.exchange(app, code));
    await expect(host.exchange(app, code)).rejects.toThrow('already used');
    expect(await family()).toMatchObject({ generation: 1, endedBecause: 'code-replayed' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['its authorization is withdrawn', () => rows(Grant).clear()],
    ['its link is disabled', () => host.set(app, { enabled: false })],
    ['its row is cleaned away', () => rows(Family).clear()],
  ])('P13 loses when %s meanwhile', async (_, end) => {
    const code = await host.code(app);
    host.meanwhile(end);
    await expect(host.exchange(app, code)).rejects.toThrow('ended while the code was being exchanged');
  });
});
