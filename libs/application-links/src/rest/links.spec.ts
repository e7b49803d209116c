import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { TypeOrmModule } from '@nestjs/typeorm';
import Libsql from 'libsql';
import { BaseUrl, CurrentUser, HostModule, Keys, type Level, type Person, Users } from 'nestjs-drawbridge/host';
import {
  Changes,
  Client,
  ClientSecret,
  ClientSecrets,
  Forms,
  Grant,
  Grants,
  OAuthProviderModule,
  oauthProviderEntities,
  oauthProviderMigrations,
  serializeSqlite,
} from 'nestjs-drawbridge/oauth-provider';
import { Access, ScopesModule, setAccess } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicationLinksModule, applicationLinksEntities, applicationLinksMigrations } from '../index.js';

const levels: Readonly<Record<string, Level>> = { wendy: 'WRITE', ada: 'ADMIN', sys: 'SYSTEM_ADMIN' };
const personOf = (userId: string): Person | null => {
  const level = levels[userId];
  return level ? { userId, displayName: `${userId} <b>`, active: true, level } : null;
};

class SpecUsers extends Users {
  async byId(userId: string) {
    return personOf(userId);
  }

  async byIds(userIds: readonly string[]) {
    return userIds.map(personOf).filter((person) => person !== null);
  }
}

class SpecCurrentUser extends CurrentUser {
  async of(request: unknown) {
    const userId = (request as { headers: Record<string, string | undefined> }).headers['x-person'];
    return userId ? { userId, sessionId: `session of ${userId}` } : null;
  }

  signInUrl(returnTo: string) {
    return `/login?returnTo=${encodeURIComponent(returnTo)}`;
  }

  async become() {}
}

class SpecBaseUrl extends BaseUrl {
  get() {
    return 'https://wiki.example';
  }
}

class SpecKeys extends Keys {
  private readonly keys = [{ id: 'one', secret: Buffer.alloc(32, 7) }] as const;

  all() {
    return this.keys;
  }
}

let folder: string;
let app: INestApplication;
let url: string;
let dataSource: DataSource;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'application-links-'));
  const module = await Test.createTestingModule({
    imports: [
      TypeOrmModule.forRootAsync({
        useFactory: () => ({
          type: 'better-sqlite3' as const,
          driver: Libsql,
          database: join(folder, 'links.sqlite'),
          entities: [...oauthProviderEntities, ...applicationLinksEntities],
          migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
          migrationsRun: true,
        }),
        dataSourceFactory: async (options) => serializeSqlite(new DataSource(options!)).initialize(),
      }),
      HostModule.forRoot({ currentUser: SpecCurrentUser, users: SpecUsers, baseUrl: SpecBaseUrl, keys: SpecKeys }),
      ScopesModule.forRoot({}),
      OAuthProviderModule.forRoot(),
      ApplicationLinksModule.forRoot(),
    ],
  }).compile();
  app = module.createNestApplication({ logger: false });
  app.use((request: { headers: Record<string, string | undefined> }, _response: unknown, next: () => void) => {
    const clientId = request.headers['x-application'];
    if (clientId) {
      setAccess(request, new Access({ clientId, userId: 'sys', scope: 'SYSTEM_ADMIN', personLevel: 'SYSTEM_ADMIN' }));
    }
    next();
  });
  await app.listen(0, '127.0.0.1');
  url = `http://127.0.0.1:${(app.getHttpServer() as { address(): { port: number } }).address().port.toString()}`;
  dataSource = app.get(DataSource);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown> & { id: string; clientId: string; version: number };
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const person = headers['x-application'] ? undefined : (headers['x-person'] ?? 'ada');
  const sent: Record<string, string> = { 'content-type': 'application/json', ...headers };
  if (person) {
    sent['x-person'] = person;
    sent['x-csrf-token'] = await app.get(Forms).sessionTicket({ userId: person, sessionId: `session of ${person}` });
  }
  const payload = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${url}/rest/application-links/latest/${path}`, {
    method,
    headers: sent,
    body: payload,
  });
  const text = await response.text();
  return { status: response.status, body: (text ? JSON.parse(text) : {}) as Answer['body'] };
}

const wanted = (name: string) => ({ name, redirectUris: ['https://app.example/back'], scopes: ['READ', 'WRITE'] });

describe('linking an application by JSON', () => {
  it('answers link and credentials once, and keeps the secret sealed', async () => {
    const made = await call('POST', 'links', wanted('First'));
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'First', type: 'EXTERNAL_APPLICATION', direction: 'INCOMING', enabled: true, version: 1 },
    });
    const { clientSecret } = made.body.credentials as { clientSecret: string };
    expect(clientSecret).toMatch(/^[0-9a-f]{64}$/);
    const stored = await dataSource.manager.findOneByOrFail(ClientSecret, { clientId: made.body.clientId });
    expect(JSON.stringify(stored)).not.toContain(clientSecret);
    const listed = await call('GET', 'links');
    expect(JSON.stringify(listed)).not.toContain(clientSecret);
    expect((await call('GET', `links/${made.body.id}/credentials`)).body).toMatchObject({
      clientId: made.body.clientId,
      clientSecret,
    });
    const events = (await call('GET', `links/${made.body.id}/events`)).body.results as { type: string }[];
    expect(events.map(({ type }) => type)).toEqual(['credentials.viewed', 'link.created']);
    expect(JSON.stringify(events)).not.toContain(clientSecret);
  });

  it('gives a public application no secret and always PKCE', async () => {
    const made = await call('POST', 'links', { ...wanted('Phone'), clientType: 'public' });
    expect(made.body).toMatchObject({ clientType: 'public', pkceRequired: true, credentials: { clientSecret: null } });
    expect((await call('POST', `links/${made.body.id}/secrets`, {})).status).toBe(409);
  });

  it.each<[string, unknown, string]>([
    ['no body', undefined, 'name'],
    ['a list', [], 'name'],
    ['an unknown scope', { ...wanted('x'), scopes: ['READ', 'ROOT'] }, 'scopes'],
    ['a scope of another kind', { ...wanted('x'), scopes: [{ a: 1 }] }, 'scopes'],
    ['no redirect URI', { ...wanted('x'), redirectUris: [] }, 'redirectUris'],
    ['a redirect URI that is no list', { ...wanted('x'), redirectUris: 'https://a.example' }, 'redirectUris'],
    ['redirect URIs that are no text', { ...wanted('x'), redirectUris: [null] }, 'redirectUris'],
    ['the same twice', { ...wanted('x'), redirectUris: ['https://a.example/', 'https://a.example/'] }, 'redirectUris'],
    ['a script', { ...wanted('x'), redirectUris: ['javascript:alert(1)'] }, 'redirectUris'],
    ['NUL in the name', wanted('a\u0000b'), 'name'],
    ['half a character in the name', wanted('a\ud800'), 'name'],
    ['reversed text in the name', wanted('a\u202eb'), 'name'],
    ['a name of 101 characters', wanted('n'.repeat(101)), 'name'],
    ['a description of another kind', { ...wanted('x'), description: [1] }, 'description'],
    ['another client type', { ...wanted('x'), clientType: 'native' }, 'clientType'],
    ['a switch of another kind', { ...wanted('x'), enabled: 'yes' }, 'enabled'],
    [
      'an access token for longer than the host allows',
      { ...wanted('x'), accessTokenSeconds: 3601 },
      'accessTokenSeconds',
    ],
    ['a refresh token of another kind', { ...wanted('x'), refreshTokenSeconds: '60' }, 'refreshTokenSeconds'],
    ['a sign-in that is over at once', { ...wanted('x'), familySeconds: 59 }, 'familySeconds'],
    ['a switch that is text', { ...wanted('x'), plainPkceAllowed: 'yes' }, 'plainPkceAllowed'],
    ['a public resource server', { ...wanted('x'), clientType: 'public', mayIntrospectAll: true }, 'mayIntrospectAll'],
    ['a polluting key', '{"__proto__":{"name":"x"},"constructor":1}', 'name'],
  ])('P20 %s is a 400 that names the field', async (_case, body, field) => {
    const { status, body: answer } = await call('POST', 'links', body);
    expect(status).toBe(400);
    expect((answer.errors as { field: string }[]).map((problem) => problem.field)).toContain(field);
  });

  it('P20 refuses ids, queries and numbers that cannot be, and never with a 500', async () => {
    for (const id of ['x', '%00', 'a'.repeat(5000), '..%2f..', '%F0%9F%92%A9']) {
      expect((await call('GET', `links/${id}`)).status, id).toBe(404);
    }
    expect((await call('GET', 'links?query=%00%ff')).status).toBe(200);
    expect((await call('GET', 'links?start=-1')).status).toBe(400);
    expect((await call('GET', 'links?limit=1&limit=2')).status).toBe(400);
    expect((await call('GET', 'links?query[a]=1')).status).toBe(200);
  });

  it('says how many links there are now, however often it is asked', async () => {
    const total = async () => (await call('GET', 'links?limit=1')).body.total as number;
    const before = await total();
    const { body: link } = await call('POST', 'links', wanted('Counted'));
    expect([await total(), await total()]).toEqual([before + 1, before + 1]);
    await call('DELETE', `links/${link.id}`);
    expect(await total()).toBe(before);
  });

  it('keeps names apart, in any case, also for two at once', async () => {
    await call('POST', 'links', wanted('Straße'));
    expect(await call('POST', 'links', wanted('STRAßE '))).toMatchObject({
      status: 409,
      body: { errors: [{ field: 'name' }] },
    });
    const both = await Promise.all([call('POST', 'links', wanted('Twin')), call('POST', 'links', wanted('twin'))]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await dataSource.manager.countBy(Client, [{ name: 'Twin' }, { name: 'twin' }])).toBe(1);
  });

  it('finds by name, redirect URL and client id; wildcards are letters', async () => {
    const made = await call('POST', 'links', {
      ...wanted('Über 100%_sure'),
      redirectUris: ['https://Odd.example/Back'],
    });
    const found = async (query: string) => {
      const { body } = await call('GET', `links?query=${encodeURIComponent(query)}`);
      return (body.results as { id: string }[]).map(({ id }) => id);
    };
    for (const query of ['über', '100%_', 'odd.example/back', made.body.clientId]) {
      expect(await found(query), query).toEqual([made.body.id]);
    }
    expect(await found('1%e')).toEqual([]);
  });

  it('gives a link lifetimes of its own, keeps what is not said, and notes both in the trail', async () => {
    const { body: link } = await call('POST', 'links', { ...wanted('Short-lived'), accessTokenSeconds: 60 });
    const own = { accessTokenSeconds: 60, refreshTokenSeconds: null, familySeconds: null };
    expect(link).toMatchObject(own);
    const change = { ...wanted('Short-lived'), version: 1, familySeconds: 3600 };
    const changed = await call('PUT', `links/${link.id}`, change);
    expect(changed).toMatchObject({ status: 200, body: { ...own, familySeconds: 3600, version: 2 } });
    const unset = await call('PUT', `links/${link.id}`, {
      ...wanted('Short-lived'),
      version: 2,
      accessTokenSeconds: null,
    });
    expect(unset.body).toMatchObject({ accessTokenSeconds: null, familySeconds: 3600 });
    const events = (await call('GET', `links/${link.id}/events`)).body.results as { details: object }[];
    expect(events.map(({ details }) => details)).toEqual([
      { before: { accessTokenSeconds: 60 }, after: { accessTokenSeconds: null } },
      { before: { familySeconds: null }, after: { familySeconds: 3600 } },
      expect.objectContaining(own),
    ]);
  });

  it('changes what was seen, and says who was faster', async () => {
    const { body: link } = await call('POST', 'links', wanted('Changing'));
    const change = { ...wanted('Changed'), version: 1, enabled: false };
    expect(await call('PUT', `links/${link.id}`, change)).toMatchObject({
      status: 200,
      body: { name: 'Changed', enabled: false, version: 2 },
    });
    const stale = await call('PUT', `links/${link.id}`, change, { 'x-person': 'sys' });
    expect(stale).toMatchObject({ status: 409, body: { version: 2 } });
    expect(stale.body.message).toContain('ada <b> changed this link on');
    expect((await call('PUT', `links/${link.id}`, wanted('Changed'))).status).toBe(400);
    expect((await call('PUT', `links/${link.id}`, { ...change, version: 2, clientType: 'public' })).status).toBe(400);
    const events = (await call('GET', `links/${link.id}/events`)).body.results as { type: string; details: object }[];
    expect(events.map(({ type }) => type)).toEqual(['link.disabled', 'link.updated', 'link.created']);
    expect(events[1]?.details).toEqual({ before: { name: 'Changing' }, after: { name: 'Changed' } });
  });

  it('gives a new secret while the old one lives on, and ends one at once', async () => {
    const { body: link } = await call('POST', 'links', wanted('Rotating'));
    const { clientSecret: old } = link.credentials as { clientSecret: string };
    const made = await call('POST', `links/${link.id}/secrets`, { overlapSeconds: 3600 });
    expect(made).toMatchObject({ status: 201, body: { expiresAt: null } });
    const secrets = app.get(ClientSecrets);
    const standing = async (secret: string) =>
      secrets.standingOf(await secrets.live(link.clientId), secret, { address: null });
    expect(await standing(old)).toBe('live');
    expect(await standing(made.body.clientSecret as string)).toBe('live');
    await call('POST', `links/${link.id}/secrets`, { overlapSeconds: 0 });
    expect(await standing(old)).toBeNull();
    const [live] = await secrets.live(link.clientId);
    expect((await call('DELETE', `links/${link.id}/secrets/${live?.id ?? ''}`)).status).toBe(204);
    expect((await call('DELETE', `links/${link.id}/secrets/${live?.id ?? ''}`)).status).toBe(404);
    expect((await call('GET', `links/${link.id}/credentials`)).body).toMatchObject({ clientSecret: null, secrets: [] });
    for (const overlapSeconds of [-1, 0.5, '0', 1e12, {}]) {
      expect((await call('POST', `links/${link.id}/secrets`, { overlapSeconds })).status).toBe(400);
    }
  });

  it('P14 shows and ends authorizations, and leaves nothing of a deleted link but its events', async () => {
    const { body: link } = await call('POST', 'links', wanted('Leaving'));
    const give = async (userId: string) =>
      app
        .get(Changes)
        .make({ userId, address: null }, (change) =>
          app.get(Grants).give(change, { clientId: link.clientId, userId, scopes: ['READ'] }),
        );
    await give('wendy');
    await give('gone');
    const { body } = await call('GET', `links/${link.id}/authorizations`);
    expect(body).toMatchObject({ total: 2 });
    expect(body.results).toContainEqual(expect.objectContaining({ userId: 'gone', displayName: null }));
    expect((await call('DELETE', `links/${link.id}/authorizations/gone`)).status).toBe(204);
    expect((await call('DELETE', `links/${link.id}/authorizations/gone`)).status).toBe(404);
    expect((await call('DELETE', `links/${link.id}/authorizations/%00`)).status).toBe(404);
    expect((await call('DELETE', `links/${link.id}`)).status).toBe(204);
    expect((await call('GET', `links/${link.id}`)).status).toBe(404);
    expect(await dataSource.manager.countBy(Grant, { clientId: link.clientId })).toBe(0);
    const events = (await call('GET', 'events?limit=3')).body.results as { type: string }[];
    expect(events.map(({ type }) => type)).toEqual(['link.deleted', 'authorizations.ended', 'authorization.ended']);
  });

  it('counts the days of its use', async () => {
    const { body: link } = await call('POST', 'links', wanted('Counted'));
    const { body } = await call('GET', `links/${link.id}/usage?days=7`);
    expect(body.results).toHaveLength(7);
    expect((await call('GET', `links/${link.id}/usage?days=0`)).status).toBe(400);
  });
});

it.each([
  ['a page', 'profile/authorized-applications', { 'x-person': 'ada' }, 200],
  ['a redirect', 'profile/authorized-applications', {}, 303],
])('P19 %s carries its own headers, whatever the host adds', async (_, path, headers, status) => {
  const answer = await fetch(`${url}/${path}`, { headers, redirect: 'manual' });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'$/);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
});

it('P19 what is said about tokens and authorizations is not kept', async () => {
  const form = { method: 'POST', body: new URLSearchParams() };
  const refused = await fetch(`${url}/rest/oauth2/latest/token`, form);
  const revocation = await fetch(`${url}/rest/oauth2/latest/revoke`, form);
  const list = await fetch(`${url}/rest/oauth2/latest/authorizations`, { headers: { 'x-person': 'ada' } });
  const all = [refused, revocation, list];
  expect(all.map(({ status }) => status)).toEqual([401, 401, 200]);
  for (const { headers } of all) expect(headers.get('cache-control')).toBe('no-store');
});

describe('who may administer links', () => {
  it('turns away nobody with 401, everybody below ADMIN with 403, and changes without the ticket', async () => {
    expect((await fetch(`${url}/rest/application-links/latest/links`)).status).toBe(401);
    expect((await call('GET', 'links', undefined, { 'x-person': 'wendy' })).status).toBe(403);
    expect((await call('GET', 'links', undefined, { 'x-person': 'gone' })).status).toBe(403);
    const headers = { 'x-person': 'ada', 'content-type': 'application/json' };
    const body = JSON.stringify(wanted('Forged'));
    const answer = await fetch(`${url}/rest/application-links/latest/links`, { method: 'POST', headers, body });
    expect(answer.status).toBe(403);
    const crossSite = await call('POST', 'links', wanted('Forged'), { 'sec-fetch-site': 'cross-site' });
    expect(crossSite.status).toBe(403);
  });

  it('shows an application the secret of a link it makes and of its own, and no other', async () => {
    const { body: link } = await call('POST', 'links', wanted('Mine'));
    const other = { 'x-application': 'f'.repeat(32) };
    const renewed = await call('POST', `links/${link.id}/secrets`, {}, other);
    expect(renewed.status).toBe(201);
    expect(renewed.body).not.toHaveProperty('clientSecret');
    const own = await call('POST', `links/${link.id}/secrets`, {}, { 'x-application': link.clientId });
    expect(own.body.clientSecret).toMatch(/^[0-9a-f]{64}$/);
    const made = await call('POST', 'links', wanted('Made by an application'), other);
    expect(made.body).toMatchObject({ createdBy: 'sys', credentials: { clientSecret: expect.any(String) as string } });
    const [event] = (await call('GET', `links/${made.body.id}/events`)).body.results as { details: object }[];
    expect(event).toMatchObject({ actorId: 'sys', actorClientId: 'f'.repeat(32) });
  });
});
