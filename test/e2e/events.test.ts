import {
  Changes,
  Cleaning,
  ClientSecrets,
  EVENT_TYPES,
  Events,
  isStored,
  type ProviderEvent,
  ProviderEvents,
} from 'nestjs-drawbridge/oauth-provider';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditService } from '../../apps/wiki/src/audit/audit.service.js';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration } from '../support/administration.js';
import { answerConsent } from '../support/consent.js';
import { databases, type FreshDatabase } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { LinkedApplication, postToken } from '../support/linked-application.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';
import { beginWindow } from '../support/window.js';

const links = '/rest/application-links/latest/links';
const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const [oldKey, currentKey] = [newKey('old'), newKey('new')];
const redirectUri = 'https://app.example.com/callback';
const oauth = { failuresPerClient: 3, familySeconds: 3600 };
const address: unknown = expect.stringMatching(/^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/);

describe.each(databases)('P14 every step and every ending is told on %s', (database) => {
  const seen: ProviderEvent[] = [];
  /** What must stand in no event. */
  const secrets: string[] = [];
  let fresh: FreshDatabase;
  let wiki: RunningWiki;
  let admin: HttpSession;
  let administration: Administration;
  let writer: HttpSession;
  let application: LinkedApplication;
  let [adminId, writerId, clientId, path] = ['', '', '', ''];

  const listen = () => wiki.get(ProviderEvents).onEvery((event) => seen.push(event));
  const start = (...keys: string[]) => startWiki({ database: fresh, config: { keys: keys.join(','), oauth } });
  const hidden = <Secret>(secret: Secret): Secret => {
    secrets.push(String(secret));
    return secret;
  };
  /** What is told while something happens. */
  const during = async (work: () => Promise<unknown>) => {
    const before = seen.length;
    await work();
    return seen.slice(before);
  };
  const tokens = async () => {
    const { body } = await application.exchange(hidden(await application.codeFrom(writer)));
    return { access: hidden(String(body.access_token)), refresh: hidden(String(body.refresh_token)) };
  };
  const ownGrant = async () => {
    const list = await writer.request('/rest/oauth2/latest/authorizations');
    return list.json<{ results: { id: string }[] }>().results[0]?.id ?? '';
  };
  const byAdmin = () => ({ actorId: adminId, actorClientId: null, address, clientId, userId: null });
  const byWriter = () => ({ actorId: writerId, actorClientId: null, address, clientId, userId: writerId });
  const byApplication = () => ({ actorId: null, actorClientId: clientId, address, clientId, userId: writerId });
  const whole = { scopes: ['READ', 'WRITE'], redirectUri };

  beforeAll(async () => {
    fresh = await database.fresh();
    wiki = await start(oldKey);
    listen();
    [admin, writer] = [
      await new HttpSession(wiki.url).signIn('admin'),
      await new HttpSession(wiki.url).signIn('writer'),
    ];
    administration = await Administration.of(admin);
    const idOf = async (username: string) => (await wiki.get(PeopleService).byUsername(username)).id;
    [adminId, writerId] = [await idOf('admin'), await idOf('writer')];
    application = await LinkedApplication.create(wiki.url, admin, { name: 'Field Notes' });
    clientId = application.link.clientId;
    path = `${links}/${application.link.id}`;
    hidden(application.link.clientSecret);
    for (const { cookies } of [admin, writer]) for (const cookie of cookies.values()) hidden(cookie);
  });

  beforeEach(() => {
    beginWindow([wiki]);
  });

  afterAll(async () => {
    await wiki.close();
    await fresh.drop();
  });

  it('what administrators do to a link', async () => {
    const made = {
      name: 'Field Notes',
      clientType: 'confidential',
      scopes: ['READ', 'WRITE'],
      redirectUris: [redirectUri],
      pkceRequired: false,
      plainPkceAllowed: false,
      mayIntrospectAll: false,
      rememberConsent: false,
      accessTokenSeconds: null,
      refreshTokenSeconds: null,
      familySeconds: null,
      enabled: true,
    };
    expect(seen).toEqual([{ type: 'link.created', at: expect.any(Number) as number, ...byAdmin(), details: made }]);
    const changed = await during(async () => {
      await administration.updateLink(application.link.id, { description: 'Notes', enabled: false });
      await administration.updateLink(application.link.id, { enabled: true });
    });
    expect(changed).toMatchObject([
      {
        type: 'link.updated',
        ...byAdmin(),
        details: { before: { description: '' }, after: { description: 'Notes' } },
      },
      { type: 'link.disabled', ...byAdmin(), details: { name: 'Field Notes' } },
      { type: 'link.enabled', ...byAdmin(), details: { name: 'Field Notes' } },
    ]);
  });

  it('what administrators do with secrets', async () => {
    let secretId = '';
    const events = await during(async () => {
      await admin.request(`${path}/credentials`);
      const answer = await administration.send('POST', `${path}/secrets`, { overlapSeconds: 600 });
      const made = answer.json<{ id: string; clientSecret: string }>();
      secretId = made.id;
      hidden(made.clientSecret);
      await administration.send('DELETE', `${path}/secrets/${secretId}`);
    });
    expect(events).toMatchObject([
      { type: 'credentials.viewed', ...byAdmin(), details: {} },
      { type: 'secret.created', ...byAdmin(), details: { secretId, overlapSeconds: 600 } },
      { type: 'secret.ended', ...byAdmin(), details: { secretId } },
    ]);
  });

  it('when administrators take the audit trail along', async () => {
    const events = await during(() => admin.request('/admin/application-links/audit/export?format=csv&type=audit'));
    const details = { format: 'csv', filters: { type: 'audit' }, count: 0 };
    expect(events).toMatchObject([{ type: 'audit.exported', ...byAdmin(), clientId: null, details }]);
  });

  it('when administrators turn applications away and let them in', async () => {
    const pause = '/rest/application-links/latest/pause';
    const events = await during(async () => {
      for (const method of ['PUT', 'PUT', 'DELETE', 'DELETE']) await administration.send(method, pause);
    });
    const ofAll = { ...byAdmin(), clientId: null, details: {} };
    expect(events).toMatchObject([
      { type: 'applications.paused', ...ofAll },
      { type: 'applications.resumed', ...ofAll },
    ]);
  });

  it('what people answer, and what is not even asked', async () => {
    const events = await during(async () => {
      const tooMuch = await writer.request(application.authorizationUrl({ scope: 'SYSTEM_ADMIN' }).href);
      expect(tooMuch.status).toBe(303);
      await answerConsent(writer, application.authorizationUrl(), { button: 'Deny' });
      hidden((await answerConsent(writer, application.authorizationUrl(), { scope: 'READ' })).searchParams.get('code'));
    });
    const asked = ['READ', 'WRITE'];
    expect(events).toMatchObject([
      {
        type: 'authorization.refused',
        actorId: null,
        actorClientId: null,
        address,
        clientId,
        userId: null,
        details: { error: 'invalid_scope', redirectUri },
      },
      { type: 'authorization.denied', ...byWriter(), details: { asked, redirectUri } },
      { type: 'authorization.given', ...byWriter(), details: { scopes: ['READ'], asked, redirectUri } },
    ]);
  });

  it('each step of a sign-in', async () => {
    const events = await during(async () => {
      const first = await tokens();
      const refreshed = await application.refresh(first.refresh, { scope: 'READ' });
      expect((await application.refresh(first.refresh)).body).toEqual(refreshed.body);
      hidden(refreshed.body.refresh_token);
      await application.introspect(String(hidden(refreshed.body.access_token)));
      await application.introspect('nonsense');
    });
    expect(events).toMatchObject([
      { type: 'authorization.given', ...byWriter(), details: { asked: whole.scopes, ...whole } },
      { type: 'code.exchanged', ...byApplication(), details: whole },
      { type: 'token.refreshed', ...byApplication(), details: { scopes: ['READ'], redirectUri } },
      { type: 'token.refresh-repeated', ...byApplication(), details: { scopes: ['READ'], redirectUri } },
      { type: 'token.introspected', ...byApplication(), details: { active: true } },
      { type: 'token.introspected', ...byApplication(), userId: null, details: { active: false } },
    ]);
  });

  it('each way a sign-in ends, and what is refused with it', async () => {
    const events = await during(async () => {
      const code = hidden(await application.codeFrom(writer));
      hidden((await application.exchange(code)).body.access_token);
      await application.exchange(code);
      await application.exchange(hidden(await application.codeFrom(writer)), { redirect_uri: `${redirectUri}/` });
      const { refresh } = await tokens();
      hidden((await application.refresh(refresh)).body.refresh_token);
      wiki.clock.advance(11_000);
      await application.refresh(refresh);
      await application.revoke((await tokens()).access);
    });
    const refused = (grantType: string) => ({
      type: 'token.refused',
      ...byApplication(),
      userId: null,
      details: { error: 'invalid_grant', grantType },
    });
    const steps = ['authorization.given', 'code.exchanged', 'token.refreshed'];
    expect(events.filter(({ type }) => !steps.includes(type))).toMatchObject([
      { type: 'family.ended.code-replayed', ...byApplication(), details: whole },
      refused('authorization_code'),
      { type: 'family.ended.code-misused', ...byApplication(), details: whole },
      refused('authorization_code'),
      { type: 'family.ended.refresh-replayed', ...byApplication(), details: whole },
      refused('refresh_token'),
      { type: 'family.ended.revoked', ...byApplication(), details: whole },
    ]);
  });

  it('refusals of what no one knows, without a word of what was sent', async () => {
    const named = hidden('f'.repeat(60));
    const events = await during(async () => {
      await application.exchange('code', { grant_type: named });
      await postToken(wiki.url, { client_id: named, client_secret: named });
      await postToken(wiki.url, { client_id: clientId, client_secret: named });
    });
    const failed = { type: 'client.authentication-failed', actorId: null, actorClientId: null, address, userId: null };
    expect(events).toMatchObject([
      {
        type: 'token.refused',
        ...byApplication(),
        userId: null,
        details: { error: 'unsupported_grant_type', grantType: null },
      },
      { ...failed, clientId: null, details: {} },
      { ...failed, clientId, details: {} },
    ]);
  });

  it('who fails too often', async () => {
    const times = async (work: () => Promise<unknown>) => {
      for (let count = 0; count < 5; count++) await work();
    };
    const events = await during(async () => {
      await times(() => postToken(wiki.url, { client_id: clientId, client_secret: hidden('e'.repeat(64)) }));
      beginWindow([wiki]);
      await times(() => application.exchange('A'.repeat(90)));
      const form = (await writer.get(application.authorizationUrl().href)).form('oauth2/latest/consent');
      await times(() => writer.submit(form, { ticket: 'forged' }, 'Allow'));
    });
    const details = { limit: 'name', network: expect.any(String) as string, seconds: 60 };
    const stranger = { actorId: null, actorClientId: null, address, clientId, userId: null, details };
    expect(events.filter(isStored)).toMatchObject([
      { ...stranger, type: 'client.authentication-throttled' },
      { ...stranger, type: 'client.guessing-throttled' },
      { ...stranger, type: 'form.throttled', actorId: writerId, clientId: null },
    ]);
  });

  it('what ends with an authorization and with a link', async () => {
    const { id, name } = { id: application.link.id, name: 'Field Notes' };
    const events = await during(async () => {
      await (await Administration.of(writer)).send('DELETE', `/rest/oauth2/latest/authorizations/${await ownGrant()}`);
      await application.codeFrom(writer);
      await administration.deleteLink(id);
    });
    expect(events).toMatchObject([
      { type: 'authorization.ended', ...byWriter(), details: { scopes: ['READ', 'WRITE'] } },
      { type: 'authorization.given' },
      { type: 'authorizations.ended', ...byAdmin(), details: { count: 1 } },
      { type: 'link.deleted', ...byAdmin(), details: { name, scopes: ['READ', 'WRITE'], redirectUris: [redirectUri] } },
    ]);
  });

  it('cleaning', async () => {
    wiki.clock.advance(2 * 86_400_000);
    const events = await during(() => wiki.get(Cleaning).clean());
    const nobody = { actorId: null, actorClientId: null, address: null, clientId: null, userId: null };
    expect(events).toMatchObject([{ type: 'cleaning.finished', ...nobody, details: { grants: 0, secrets: 0 } }]);
    expect((events[0] as ProviderEvent<'cleaning.finished'>).details.families).toBeGreaterThan(5);
  });

  it('when secrets are encrypted under the current key', async () => {
    const again = await Administration.of(await new HttpSession(wiki.url).signIn('admin'));
    hidden((await again.createLink()).clientSecret);
    await wiki.close();
    wiki = await start(currentKey, oldKey);
    listen();
    const events = await during(() => wiki.get(ClientSecrets).reseal());
    expect(events).toMatchObject([
      { type: 'secrets.resealed', actorId: null, clientId: null, details: { resealed: 1, unreadable: 0 } },
    ]);
    expect(await during(() => wiki.get(ClientSecrets).reseal())).toEqual([]);
  });

  it('and nothing that was undone', async () => {
    const events = await during(async () => {
      const failing = wiki.get(Changes).make({ userId: null, address: null }, async (change) => {
        change.record({ type: 'credentials.viewed', clientId, details: {} });
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
    });
    expect(events).toEqual([]);
  });

  it('once each, no type of the catalogue missing', () => {
    expect([...new Set(seen.map(({ type }) => type))].sort()).toEqual([...EVENT_TYPES].sort());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it('and each is explained in the guide, by its name', async () => {
    const guide = await readFile('docs/guides/embedding.md', 'utf8');
    expect(EVENT_TYPES.filter((type) => !guide.includes(`\`${type}\``))).toEqual([]);
  });

  it('and those that are stored stand in the audit trail as they were told, in their order', async () => {
    const rows = [...(await wiki.get(Events).page({ limit: 1000 }))].sort((one, other) => one.id - other.id);
    expect(rows.map(({ id: _, addressKey: __, ...event }) => event)).toEqual(seen.filter(isStored));
  });

  it('and those that are stored come to the wiki’s own audit log, from its listener', async () => {
    const stored = seen
      .filter(isStored)
      .map(({ at, actorId, clientId: affected }) => `${at} ${actorId} ${affected ?? ''}`);
    const logged = async () =>
      (await wiki.get(AuditService).list({ start: 0, limit: 1000 })).results
        .filter(({ category }) => category === 'Application links')
        .map(({ at, actorId, affected }) => `${at} ${actorId} ${affected}`);
    await vi.waitFor(async () => expect((await logged()).sort()).toEqual(stored.sort()));
  });

  it('P11 and none of them holds a secret, a code, a token or what was sent for one', () => {
    expect(secrets.length).toBeGreaterThan(20);
    const told = JSON.stringify(seen);
    for (const secret of secrets) {
      expect(secret.length).toBeGreaterThan(20);
      expect(told).not.toContain(secret.slice(0, 24));
    }
  });
});
