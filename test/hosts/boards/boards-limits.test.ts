import { ApplicationLimits } from 'nestjs-drawbridge/host';
import { Refusals, type Shortfall } from 'nestjs-drawbridge/scopes';
import { applicationAccess, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';
import { actingAs, type ActingApplication } from 'nestjs-drawbridge/testing';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { HttpSession } from '../../support/http-session.js';
import { messages, type SocketMessages } from '../support/socket-messages.js';
import { BoardsLimits } from './drawbridge/boards-limits.js';
import { LinkProjects } from './projects/link-projects.service.js';
import { type RunningBoards, startBoards } from './start-boards.js';

const sentence = 'The administrator limited this application to these projects: sales, café "Süd".';

describe('P2 an application that is limited to some projects', () => {
  let boards: RunningBoards;
  let limited: ActingApplication;
  let free: ActingApplication;
  const told: (readonly [string, Shortfall])[] = [];

  const ask = async (path: string, { headers }: ActingApplication = limited, init: RequestInit = {}) => {
    const answer = await fetch(boards.url + path, { ...init, headers: { ...headers, ...init.headers } });
    return { status: answer.status, answer, body: (await answer.json()) as Readonly<Record<string, unknown>> };
  };
  const inGraphql = async (query: string, application = limited) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
    return (await ask('/graphql', application, init)).body;
  };
  const connect = (path = '/live', { headers }: ActingApplication = limited): SocketMessages =>
    messages(new WebSocket(boards.live + path, { headers }));

  beforeAll(async () => {
    boards = await startBoards('ws', (app) => {
      const preHandler = applicationAccess(app, { scope: 'READ' });
      app
        .getHttpAdapter()
        .getInstance()
        .get('/files/:project', { preHandler }, () => ({ file: 'a file' }));
    });
    limited = await actingAs(boards.app, { person: 'p-owner', scopes: ['READ', 'WRITE'] });
    free = await actingAs(boards.app, { person: 'p-owner', scopes: ['READ', 'WRITE', 'ADMIN'] });
    boards.get(LinkProjects).limit(limited.clientId, ['sales', 'café "Süd"']);
    boards.get(Refusals).subscribe(({ clientId }, shortfall) => told.push([clientId, shortfall]));
  });

  afterEach(() => {
    told.splice(0);
    vi.restoreAllMocks();
  });
  afterAll(() => boards.close());

  it('reaches them and no others over HTTP, and is told so', async () => {
    expect(await ask('/v1/projects/sales')).toMatchObject({ status: 200, body: { board: 'the board of sales' } });
    const { status, body, answer } = await ask('/v1/projects/legal');
    expect([status, body]).toEqual([403, { statusCode: 403, error: 'insufficient_scope', message: sentence }]);
    const inAscii = sentence.replace(/[éü"]/g, '?');
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer error="insufficient_scope", error_description="${inAscii}"`,
    );
    expect(told).toEqual([[limited.clientId, { reason: 'limit', sentence }]]);
    expect((await ask('/v1/projects/legal', free)).status).toBe(200);
    const owner = await new HttpSession(boards.url).signIn('owner');
    expect((await owner.get('/v1/projects/legal')).status).toBe(200);
  });

  it('is asked about last, so that limits only take away', async () => {
    const asked = vi.spyOn(boards.get(ApplicationLimits), 'allows').mockResolvedValue(true);
    expect((await ask('/v1/cards', limited, { method: 'DELETE' })).status).toBe(403); // its person is an owner
    expect((await ask('/login')).status).toBe(403);
    expect(asked.mock.calls.map(([{ kind }]) => kind)).toEqual(['http']);
    expect(told).toMatchObject([[limited.clientId, { reason: 'closed' }]]);
  });

  it('reaches no others in GraphQL, by any name and beside anything', async () => {
    expect(await inGraphql('{ project(name: "sales") }')).toEqual({ data: { project: 'the board of sales' } });
    for (const query of ['{ project(name: "legal") }', '{ a: project(name: "sales") b: project(name: "legal") }'])
      expect(await inGraphql(query)).toMatchObject({
        errors: [{ message: sentence, extensions: { code: 'FORBIDDEN', error: 'insufficient_scope' } }],
      });
    expect(await inGraphql('{ project(name: "legal") }', free)).toHaveProperty('data.project');
  });

  it('reaches no others by message, and is asked about once for each', async () => {
    const socket = connect();
    await socket.opened;
    await socket.ask('cards.list'); // is answered behind the question whether this one may connect
    const asked = vi.spyOn(boards.get(ApplicationLimits), 'allows');
    expect(await socket.ask('project.read', 'sales')).toEqual({ event: 'project', data: 'the board of sales' });
    expect(asked).toHaveBeenCalledTimes(1);
    expect(await socket.ask('project.read', 'legal')).toMatchObject({
      event: 'exception',
      data: { error: 'insufficient_scope', message: sentence, cause: { pattern: 'project.read' } },
    });
    socket.close();
  });

  it('connects to no others', async () => {
    const socket = connect('/live?project=legal');
    expect((await socket.closed).code).toBe(1008);
    expect(socket.received).toMatchObject([{ event: 'exception', data: { statusCode: 403, message: sentence } }]);
    const sales = connect('/live?project=sales');
    await sales.opened;
    expect(await sales.ask('cards.list')).toMatchObject({ event: 'cards' });
    sales.close();
  });

  it('reaches no others on routes outside Nest', async () => {
    const origin = new URL(boards.url).origin;
    const file = async (project: string) =>
      (await fetch(`${origin}/files/${project}`, { headers: limited.headers })).status;
    expect([await file('sales'), await file('legal')]).toEqual([200, 403]);
  });

  it('sees no others in lists, where the host leaves them out', async () => {
    expect((await ask('/v1/projects')).body).toEqual(['sales']);
    expect((await ask('/v1/projects', free)).body).toEqual(['sales', 'support', 'legal']);
  });

  it('hears more where its access reaches further', async () => {
    expect((await ask('/v1/projects/sales')).body).not.toHaveProperty('budget');
    expect((await ask('/v1/projects/sales', free)).body).toHaveProperty('budget');
  });

  it('loses what is open and what is about to open when the host narrows it further', async () => {
    const application = await actingAs(boards.app, { person: 'p-owner', scopes: ['READ'] });
    const socket = connect('/live', application);
    await socket.opened;
    const other = connect();
    await other.opened;
    const { headers } = application;
    const stream = await fetch(`${boards.url}/v1/projects/legal/events`, { headers });
    const limits = new BoardsLimits(boards.get(LinkProjects));
    vi.spyOn(boards.get(ApplicationLimits), 'allows').mockImplementation(async (call) => {
      const allowed = await limits.allows(call);
      boards.get(LinkProjects).limit(application.clientId, ['sales']); // while the host is being asked
      return allowed;
    });
    const late = await fetch(`${boards.url}/v1/projects/legal/events`, { headers });
    await expect(stream.text()).rejects.toThrow();
    await expect(late.text()).rejects.toThrow();
    expect(await socket.closed).toMatchObject({ code: 1008, reason: 'What this application may reach has changed.' });
    expect(other.isOpen()).toBe(true);
    other.close();
  });

  it('is shown with its limits to administrators', async () => {
    const owner = await new HttpSession(boards.url).signIn('owner');
    const { results } = (await owner.request('/rest/application-links/latest/links')).json<{
      results: readonly { readonly clientId: string; readonly _links: { readonly webui: string } }[];
    }>();
    const textOf = async ({ clientId }: ActingApplication) =>
      (await owner.get(results.find((link) => link.clientId === clientId)?._links.webui ?? '')).text;
    expect(await textOf(limited)).toContain('to these projects: sales, café &quot;Süd&quot;.</dd>');
    expect(await textOf(free)).not.toContain('<dt>Limits</dt>');
    const reach = (of: ActingApplication) => owner.get(`/admin/application-links/reach?clientId=${of.clientId}`);
    expect((await reach(limited)).text).toContain('to these projects: sales, café &quot;Süd&quot;.');
    expect((await reach(free)).text).not.toContain('<dt>Limits</dt>');
  });

  it('is counted by route, field, message and connection, as each is declared', async () => {
    const application = await actingAs(boards.app, { person: 'p-owner', scopes: ['READ'] });
    boards.get(LinkProjects).limit(application.clientId, ['sales']);
    for (const project of ['sales', 'legal']) await ask(`/v1/projects/${project}`, application);
    await inGraphql('{ whoAmI cards { title } }', application);
    await inGraphql('mutation { archive }', application);
    await fetch(`${new URL(boards.url).origin}/files/sales`, { headers: application.headers });
    const socket = connect('/live', application);
    await socket.opened;
    await socket.ask('project.read', 'sales');
    socket.close();
    await boards.get(UsageRecorder).write();
    const select = 'SELECT route, requests, refusals FROM drawbridge_usage_route WHERE client_id = ? ORDER BY route';
    const rows = await boards.get(DataSource).query<object[]>(select, [application.clientId]);
    expect(rows).toEqual([
      { route: 'CONNECT /live', requests: 1, refusals: 0 },
      { route: 'GET /api/v1/projects/:project', requests: 1, refusals: 1 },
      { route: 'GET outside', requests: 1, refusals: 0 },
      { route: 'MESSAGE /live project.read', requests: 1, refusals: 0 },
      { route: 'MUTATION Mutation.archive', requests: 0, refusals: 1 },
      { route: 'QUERY Query.cards', requests: 1, refusals: 0 },
      { route: 'QUERY Query.whoAmI', requests: 1, refusals: 0 },
    ]);
  });

  it('is counted as refused', async () => {
    const application = await actingAs(boards.app, { person: 'p-owner', scopes: ['READ'] });
    boards.get(LinkProjects).limit(application.clientId, []);
    for (const project of ['sales', 'legal']) await ask(`/v1/projects/${project}`, application);
    await boards.get(UsageRecorder).write();
    const rows = await boards
      .get(DataSource)
      .query<object[]>('SELECT requests, refusals FROM drawbridge_usage WHERE client_id = ?', [application.clientId]);
    expect(rows).toEqual([{ requests: 0, refusals: 2 }]);
  });

  it.each([
    ['throws', () => Promise.reject(new Error('the limits cannot be read')), 500],
    ['throws at once', () => { throw new Error('the limits cannot be read'); }, 500], // prettier-ignore
    ['answers nothing', () => undefined, 403],
    ['answers something else', () => 'yes', 403],
  ])('reaches nothing where the host %s', async (_, allows, status) => {
    vi.spyOn(boards.get(ApplicationLimits), 'allows').mockImplementation(allows as never);
    const origin = new URL(boards.url).origin;
    expect((await ask('/v1/projects/sales')).status).toBe(status);
    expect((await fetch(`${origin}/files/sales`, { headers: limited.headers })).status).toBe(status);
    expect(await inGraphql('{ project(name: "sales") }')).toHaveProperty('errors');
    const socket = connect();
    expect((await socket.closed).code).toBe(1008);
    const asPerson = await new HttpSession(boards.url).signIn('owner');
    expect((await asPerson.get('/v1/projects/sales')).status).toBe(200);
  });

  it('is refused in plain words where the host cannot say to what it is limited', async () => {
    const words = 'The administrator limited what this application may reach, and this is beyond it.';
    vi.spyOn(boards.get(ApplicationLimits), 'describe').mockRejectedValue(new Error('no words'));
    expect((await ask('/v1/projects/legal')).body).toMatchObject({ message: words });
    vi.spyOn(boards.get(ApplicationLimits), 'describe').mockReturnValue(null);
    expect((await ask('/v1/projects/legal')).body).toMatchObject({ message: words });
  });
});
