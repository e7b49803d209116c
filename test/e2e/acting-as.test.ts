import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { RouteReport, type Scope, SCOPES, suffices } from 'nestjs-drawbridge/scopes';
import { actingAs } from 'nestjs-drawbridge/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PeopleService } from '../../apps/wiki/src/people/people.service.js';
import { Administration } from '../support/administration.js';
import { databases } from '../support/databases.js';
import { HttpSession } from '../support/http-session.js';
import { type RunningWiki, startWiki } from '../support/start-wiki.js';

const platforms = ['express', 'fastify'] as const;

describe.each(databases)('actingAs on %s', (database) => {
  let wiki: RunningWiki;
  let admin: HttpSession;

  beforeAll(async () => {
    wiki = await startWiki({ database });
    admin = await new HttpSession(wiki.url).signIn('sysadmin');
  });

  afterAll(() => wiki.close());

  const idOf = async (username: string) => (await wiki.get(PeopleService).byUsername(username)).id;
  const statusOf = async (headers: Record<string, string>, path = '/rest/api/space') =>
    (await fetch(wiki.url + path, { headers })).status;

  it('P1 gives an application that reaches what it was given and what its person may do', async () => {
    const { headers } = await actingAs(wiki.app, { person: await idOf('reader'), scopes: ['ADMIN'] });
    expect(await statusOf(headers)).toBe(200);
    expect(await statusOf(headers, '/rest/api/audit')).toBe(403);
    const admins = await actingAs(wiki.app, { person: await idOf('admin'), scopes: ['READ'] });
    expect(await statusOf(admins.headers, '/rest/api/audit')).toBe(403);
    const able = await actingAs(wiki.app, { person: await idOf('admin'), scopes: ['ADMIN'] });
    expect(await statusOf(able.headers, '/rest/api/audit')).toBe(200);
  });

  it('P13 gives an access that ends as every other', async () => {
    const administration = await Administration.of(admin);
    const person = await idOf('writer');
    const { id, clientId } = await administration.createLink({ scopes: ['READ', 'WRITE'] });
    const application = await actingAs(wiki.app, { person, scopes: ['READ'], link: clientId });
    expect(application.clientId).toBe(clientId);
    expect(await statusOf(application.headers)).toBe(200);
    await administration.deleteLink(id);
    expect(await statusOf(application.headers)).toBe(401);
  });

  it('lets public applications in', async () => {
    const administration = await Administration.of(admin);
    const { clientId } = await administration.createLink({ clientType: 'public' });
    const { headers } = await actingAs(wiki.app, { person: await idOf('reader'), scopes: ['READ'], link: clientId });
    expect(await statusOf(headers)).toBe(200);
  });

  it('leaves what an application in earnest leaves', async () => {
    const { clientId } = await actingAs(wiki.app, { person: await idOf('reader'), scopes: ['READ'] });
    const events = await admin.request('/rest/application-links/latest/events');
    const types = events
      .json<{ results: { type: string; clientId: string }[] }>()
      .results.filter((event) => event.clientId === clientId)
      .map(({ type }) => type);
    expect(types).toEqual(expect.arrayContaining(['link.created', 'authorization.given']));
  });

  it('P4 refuses what nobody could be given', async () => {
    const administration = await Administration.of(admin);
    const { clientId } = await administration.createLink({ scopes: ['READ'] });
    const person = await idOf('sysadmin');
    const link = clientId;
    await expect(actingAs(wiki.app, { person, scopes: ['WRITE'], link })).rejects.toThrow('WRITE is not registered');
    await expect(actingAs(wiki.app, { person, scopes: [] })).rejects.toThrow('at least one of the scopes READ,');
    await expect(actingAs(wiki.app, { person: 'reader', scopes: ['READ'] })).rejects.toThrow(
      'nobody with the id "reader"',
    );
    await expect(actingAs(wiki.app, { person, scopes: ['READ'], link: 'x' })).rejects.toThrow(
      'no link with the client id "x"',
    );
  });
});

describe.each(platforms)('actingAs on %s', (platform) => {
  let wiki: RunningWiki;

  beforeAll(async () => {
    const [database] = databases;
    if (!database) throw new Error('There is no database.');
    wiki = await startWiki({ database, platform, contextPath: '/confluence' });
  });

  afterAll(() => wiki.close());

  const tokenFor = async (scope: Scope) => {
    const person = (await wiki.get(PeopleService).byUsername('sysadmin')).id;
    return (await actingAs(wiki.app, { person, scopes: [scope] })).headers;
  };

  it.each(SCOPES)('P2 P5 an application with %s is turned away wherever the report says so', async (held) => {
    const headers = await tokenFor(held);
    const outside = RouteReport.of(wiki.app).routes.filter(({ scope }) => scope === null || !suffices(held, scope));
    const origin = new URL(wiki.url).origin;
    for (const { method, path } of outside) {
      const answer = await fetch(origin + path.replace(/:\w+/g, '1'), { method, headers, redirect: 'manual' });
      const seen = `${method} ${path}: ${answer.status.toString()} ${answer.headers.get('www-authenticate') ?? ''}`;
      const wantsAClient = /\/rest\/oauth2\/[^/]+\/(token|revoke|introspect)$/.test(path);
      expect(seen).toContain(wantsAClient ? ': 401 Basic ' : ': 403 Bearer error="insufficient_scope"');
    }
  });

  it.each(SCOPES)('P5 an application with %s is let in wherever the report says so to read', async (held) => {
    const headers = await tokenFor(held);
    const inside = RouteReport.of(wiki.app).routes.filter(({ scope }) => scope !== null && suffices(held, scope));
    const origin = new URL(wiki.url).origin;
    for (const { path } of inside.filter(({ method }) => method === 'GET')) {
      const { status } = await fetch(origin + path.replace(/:\w+/g, '1'), { headers });
      expect([200, 400, 404], path).toContain(status);
    }
  });

  if (platform === 'fastify') {
    it("gives headers that Fastify's inject takes", async () => {
      const fastify = wiki.app as NestFastifyApplication;
      const answer = await fastify.inject({ url: '/confluence/rest/api/space', headers: await tokenFor('READ') });
      expect(answer.statusCode).toBe(200);
    });
  }
});
