import {
  Client,
  Clients,
  ConsentService,
  EventRecord,
  Grant,
  Grants,
  type OAuthProviderOptions,
  Pauses,
} from 'nestjs-drawbridge/oauth-provider';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AuthorizationRequests } from '../../libs/oauth-provider/src/authorize/authorization-requests.service.js';
import { ConsentMemory } from '../../libs/oauth-provider/src/consent/consent-memory.service.js';
import { RememberedConsent } from '../../libs/oauth-provider/src/consent/remembered-consent.entity.js';
import { redirectUri, type RegisteredClient, SmallHost } from './small-host.js';

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
const mark = 'm'.repeat(43);
const person = { userId: 'ann', sessionId: 's' };
const actor = { userId: 'ann', address: null };
const month = 30 * 86_400_000;

let host: SmallHost;
let app: RegisteredClient;

const begin = async (options: Partial<OAuthProviderOptions> = {}, settings = {}) => {
  host = await SmallHost.start(options);
  app = await host.register({ rememberConsent: true, ...settings });
};
const question = async (parameters: Record<string, string> = {}, { client } = app) => {
  const fields = { client_id: client.id, redirect_uri: redirectUri, response_type: 'code', scope: 'READ WRITE' };
  const text = new URLSearchParams({ ...fields, ...parameters }).toString();
  return { asked: await host.get(AuthorizationRequests).check(text), person };
};
const navigation = (cookie = `__Host-drawbridge-browser=${mark}`, headers: Record<string, string> = {}) => ({
  method: 'GET',
  url: '/',
  ip: '192.0.2.7',
  headers: { cookie, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', ...headers },
});
const allow = async (chosen: Scope = 'WRITE', browser: string | null = mark, parameters?: Record<string, string>) =>
  host.get(ConsentService).allow(await question(parameters), { chosen, browser }, actor);
/** The scopes that a repeated yes gives; `null` where the person is asked. */
const repeated = async (
  parameters?: Record<string, string>,
  request: Parameters<ConsentMemory['answer']>[0] = navigation(),
) => {
  const url = await host.get(ConsentMemory).answer(request, await question(parameters));
  const code = url && new URL(url).searchParams.get('code');
  return code && (await host.exchange(app, code)).scope;
};
const rows = <Row extends object>(entity: new () => Row) => host.get(DataSource).getRepository<Row>(entity);
const settings = (client: Client) => ({ ...client, rememberConsent: true });

beforeEach(() => begin());
afterEach(() => host.close());

describe('a yes that is remembered', () => {
  it('P17 is repeated to the same question, with what was given then', async () => {
    expect(await repeated()).toBeNull();
    await allow('READ');
    expect(await repeated()).toBe('READ');
    await allow('WRITE');
    expect(await repeated()).toBe('READ WRITE');
  });

  it.each<[string, Record<string, string>]>([
    ['less is asked', { scope: 'READ' }],
    ['more is asked', { scope: 'READ WRITE ADMIN' }],
    ['PKCE is used', { code_challenge: challenge, code_challenge_method: 'S256' }],
    ['the application wants the page', { prompt: 'consent' }],
    ['it wants the page among other things', { prompt: 'none login' }],
  ])('P17 is not repeated where %s', async (_where, parameters) => {
    await allow();
    expect(await repeated(parameters)).toBeNull();
  });

  it('P17 is repeated for a request that wants no page, and for one in other spelling', async () => {
    await allow();
    expect(await repeated({ prompt: 'none' })).toBe('READ WRITE');
    expect(await repeated({ prompt: '', scope: 'WRITE READ', state: 'other' })).toBe('READ WRITE');
  });

  it('P17 knows one kind of PKCE from the other', async () => {
    await host.close();
    await begin({}, { plainPkceAllowed: true });
    const s256 = { code_challenge: challenge, code_challenge_method: 'S256' };
    const ask = async (parameters: Record<string, string>) =>
      host.get(ConsentMemory).answer(navigation(), await question(parameters));
    await allow('WRITE', mark, s256);
    expect(await ask(s256)).not.toBeNull();
    expect(await ask({ ...s256, code_challenge_method: 's256' })).not.toBeNull();
    expect(await ask({ code_challenge: challenge })).toBeNull();
    expect(await ask({ code_challenge: challenge, code_challenge_method: 'plain' })).toBeNull();
    await allow('WRITE', mark, { code_challenge: challenge });
    expect(await ask({ code_challenge: challenge, code_challenge_method: 'plain' })).not.toBeNull();
    expect(await ask({})).toBeNull();
    await host.change((change) => host.get(Grants).endAll(change, app.client.id));
    await allow();
    expect(await ask({ code_challenge: challenge })).toBeNull();
    expect(await ask(s256)).toBeNull();
    expect(await ask({})).not.toBeNull();
  });

  it.each([
    ['no browser is known', navigation('')],
    ['it is another browser', navigation(`__Host-drawbridge-browser=${'n'.repeat(43)}`)],
    ['two marks come', navigation(`__Host-drawbridge-browser=${mark}; __Host-drawbridge-browser=${mark}`)],
    ['nobody goes there', navigation(undefined, { 'sec-fetch-mode': 'no-cors' })],
    ['it is a frame', navigation(undefined, { 'sec-fetch-dest': 'iframe' })],
    ['it is fetched ahead of time', navigation(undefined, { 'sec-purpose': 'prefetch' })],
    ['it is a HEAD', { ...navigation(), method: 'HEAD' }],
  ])('P17 is not repeated where %s', async (_where, request) => {
    await allow();
    expect(await repeated({}, request)).toBeNull();
  });

  it('P17 is not repeated where it came from no browser that was to be known', async () => {
    await allow('WRITE', null);
    expect(await repeated()).toBeNull();
  });

  it('P17 is not repeated for a person who is not active, has no level, or stands at another', async () => {
    await allow();
    for (const as of [{ active: false, level: 'SYSTEM_ADMIN' }, { level: null }, { level: 'READ' }, null] as const) {
      host.person('ann', as);
      expect(await repeated()).toBeNull();
    }
    host.person('ann', { level: 'SYSTEM_ADMIN' });
    expect(await repeated()).toBe('READ WRITE');
  });

  it('P17 is not noted for a person without a level', async () => {
    host.person('ann', { level: null });
    await allow();
    host.person('ann', { level: 'SYSTEM_ADMIN' });
    expect(await repeated()).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a no', async () => host.get(ConsentService).deny(await question(), actor)],
    ['a withdrawal', () => host.change((change) => host.get(Grants).endAll(change, app.client.id))],
    [
      'a change of the link',
      () =>
        host.change(async (change) => {
          host.clock.advance(1);
          await host.get(Clients).update({ ...change, now: host.clock.now() }, app.client.id, settings(app.client));
        }),
    ],
  ])('P17 is forgotten with %s', async (_what, happens) => {
    await allow();
    await happens();
    expect(await repeated()).toBeNull();
  });

  it.each<[string, () => Promise<unknown>]>([
    ['disabled', () => rows(Client).updateAll({ enabled: false })],
    ['deleted', () => rows(Client).clear()],
    ['changed', () => rows(Client).updateAll({ updatedAt: host.clock.now() + 1 })],
    ['told not to remember', () => rows(Client).updateAll({ rememberConsent: false })],
    ['made a public one', () => rows(Client).updateAll({ type: 'public' })],
    ['no longer authorized', () => rows(Grant).clear()],
  ])('P17 is not repeated where its link is %s while it is asked', async (_how, happens) => {
    await allow();
    const asked = await question();
    const ask = () => host.get(ConsentMemory).answer(navigation(), asked);
    expect(await ask()).not.toBeNull();
    host.meanwhile(happens);
    expect(await ask()).toBeNull();
  });

  it('P17 ends as the person was told, or sooner where that was shortened since', async () => {
    await allow();
    await rows(RememberedConsent).updateAll({ expiresAt: host.clock.now() + 1000 });
    host.clock.advance(999);
    expect(await repeated()).toBe('READ WRITE');
    host.clock.advance(1);
    expect(await repeated()).toBeNull();
    await allow();
    await rows(Client).updateAll({ familySeconds: 60 });
    host.clock.advance(60_000);
    expect(await repeated()).toBeNull();
  });

  it('leaves an event that says since when, and in whose name', async () => {
    await allow();
    const since = new Date(host.clock.now()).toISOString();
    host.clock.advance(1000);
    await repeated();
    const given = await rows(EventRecord).find({ where: { type: 'authorization.given' }, order: { id: 'ASC' } });
    const common = { scopes: ['READ', 'WRITE'], asked: ['READ', 'WRITE'], redirectUri };
    expect(given.map(({ details }) => details)).toEqual([common, { ...common, rememberedSince: since }]);
    expect(given[1]).toMatchObject({ actorId: 'ann', address: '192.0.2.7', userId: 'ann', clientId: app.client.id });
  });

  it('is another person’s and another application’s business no more than theirs', async () => {
    await allow();
    const other = await host.register({ rememberConsent: true });
    await host.get(ConsentService).deny(await question({}, other), actor);
    await host.get(ConsentService).deny({ ...(await question()), person: { ...person, userId: 'bob' } }, actor);
    expect(await repeated()).toBe('READ WRITE');
    host.person('bob', { level: 'SYSTEM_ADMIN' });
    const asBob = { ...(await question()), person: { ...person, userId: 'bob' } };
    expect(await host.get(ConsentMemory).answer(navigation(), asBob)).toBeNull();
  });

  it('P17 is not repeated while applications are turned away', async () => {
    await allow();
    await host.change((change) => host.get(Pauses).begin(change));
    const ask = async () => host.get(ConsentMemory).answer(navigation(), await question());
    expect(await ask()).toBeNull();
    await host.change((change) => host.get(Pauses).end(change));
    expect(await ask()).not.toBeNull();
  });

  it('P17 is not repeated on a node that lets no application in', async () => {
    await host.close();
    await begin({ bearerEnabled: false });
    await allow();
    expect(await host.get(ConsentMemory).answer(navigation(), await question())).toBeNull();
  });

  it('is remembered to the last millisecond of its time', async () => {
    await allow();
    host.clock.advance(month - 1);
    expect(await repeated()).toBe('READ WRITE');
    host.clock.advance(1);
    expect(await repeated()).toBeNull();
  });

  it('P9 is never remembered beyond the absolute life of a sign-in, which counts from it', async () => {
    await host.close();
    await begin({ familySeconds: 3600, accessTokenSeconds: 60, refreshTokenSeconds: 600 });
    await allow();
    host.clock.advance(3_599_999);
    const url = await host.get(ConsentMemory).answer(navigation(), await question());
    const answer = await host.exchange(app, new URL(url ?? '').searchParams.get('code') ?? '');
    expect(answer.expires_in).toBe(1);
    host.clock.advance(1);
    expect(await repeated()).toBeNull();
  });

  it('is repeated five times a minute, then the page is shown', async () => {
    await allow();
    for (let use = 0; use < 5; use++) expect(await repeated()).toBe('READ WRITE');
    expect(await repeated()).toBeNull();
    host.clock.advance(59_999);
    expect(await repeated()).toBeNull();
    host.clock.advance(1);
    for (let use = 0; use < 5; use++) expect(await repeated()).toBe('READ WRITE');
    expect(await repeated()).toBeNull();
  });

  it.each([
    ['public', { type: 'public' as const }],
    ['one whose link does not allow it', { rememberConsent: false }],
  ])('P17 is not kept for an application that is %s', async (_kind, change) => {
    await host.close();
    await begin({}, change);
    const pkce = { code_challenge: challenge, code_challenge_method: 'S256' };
    await allow('WRITE', mark, pkce);
    expect(await host.get(ConsentMemory).answer(navigation(), await question(pkce))).toBeNull();
    expect(
      host
        .get(ConsentMemory)
        .browserFor(navigation(), { header: () => null } as never, { client: app.client, trial: null }),
    ).toBeNull();
  });

  it('is shown to its person with the latest end it has', async () => {
    const until = async () => (await host.get(Grants).ofPerson('ann')).map(({ rememberedUntil }) => rememberedUntil);
    await allow('WRITE', null);
    expect(await until()).toEqual([null]);
    await allow();
    const first = host.clock.now() + month;
    expect(await until()).toEqual([first]);
    host.clock.advance(1000);
    await allow('WRITE', mark, { scope: 'READ' });
    expect(await until()).toEqual([first + 1000]);
    host.clock.advance(month - 1);
    expect(await until()).toEqual([first + 1000]);
    host.clock.advance(1);
    expect(await until()).toEqual([null]);
    await allow();
    expect(await until()).not.toEqual([null]);
    for (const change of [{ rememberConsent: false }, { rememberConsent: true, updatedAt: 1 }]) {
      await rows(Client).updateAll(change);
      expect(await until()).toEqual([null]);
    }
  });

  it('marks the browser for as long as it is remembered', () => {
    const set: unknown[] = [];
    const response = { header: (...given: unknown[]) => set.push(given) } as never;
    const given = host.get(ConsentMemory).browserFor(navigation(''), response, { client: app.client, trial: null });
    expect(given).toMatch(/^[\w-]{43}$/);
    expect(set).toEqual([
      [
        'Set-Cookie',
        `__Host-drawbridge-browser=${given ?? ''}; Path=/; Max-Age=2592000; HttpOnly; SameSite=Lax; Secure`,
      ],
    ]);
    expect(host.get(ConsentMemory).browserFor(navigation(), response, { client: app.client, trial: null })).toBe(mark);
  });
});
