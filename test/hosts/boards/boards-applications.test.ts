import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { BearerGuard, Endings } from 'nestjs-drawbridge/oauth-provider';
import WebSocket from 'ws';
import { Access, RouteMap, ScopesGuard, setAccess } from 'nestjs-drawbridge/scopes';
import { expectEveryRouteToBeMapped } from 'nestjs-drawbridge/testing';
import { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Administration } from '../../support/administration.js';
import { call } from '../../support/bearer.js';
import { HttpSession } from '../../support/http-session.js';
import { LinkedApplication } from '../../support/linked-application.js';
import { graphqlSocket } from '../support/graphql-socket.js';
import { messages, type SocketMessages } from '../support/socket-messages.js';
import { BoardsService } from './boards.service.js';
import { PeopleService } from './people.service.js';
import { type RunningBoards, startBoards } from './start-boards.js';

const full = 'READ WRITE ADMIN SYSTEM_ADMIN';

describe('P6 the boards, by an application', () => {
  let boards: RunningBoards;
  let application: LinkedApplication;
  let journal: string[];
  const tokens = new Map<string, string>();

  /** A token of the scope, given by somebody of the role. */
  const tokenOf = async (role: string, scope = full): Promise<string> => {
    const key = `${role} ${scope}`;
    const known = tokens.get(key);
    if (known) return known;
    const person = await new HttpSession(boards.url).signIn(role);
    const { accessToken } = await application.tokensFrom(person, scope);
    tokens.set(key, accessToken);
    return accessToken;
  };
  const connect = (token: string, path = '/live', headers: Record<string, string> = {}): SocketMessages =>
    messages(new WebSocket(boards.live + path, { headers: { authorization: `Bearer ${token}`, ...headers } }));

  beforeAll(async () => {
    boards = await startBoards();
    journal = boards.get(BoardsService).journal;
    const owner = await new HttpSession(boards.url).signIn('owner');
    application = await LinkedApplication.create(boards.url, owner, { scopes: full.split(' ') });
  });

  afterEach(() => journal.splice(0));
  afterAll(() => boards.close());

  it('P5 are listed with what opens them', () => {
    expectEveryRouteToBeMapped(boards.app);
    const lines = boards
      .get(RouteMap)
      .list()
      .map(({ method, path, scope }) => `${method} ${path} ${scope ?? 'closed'}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        'GET /api/v1/cards READ',
        'QUERY Query.cards READ',
        'QUERY Query.secrets closed',
        'MUTATION Mutation.addCard WRITE',
        'MUTATION Mutation.archive ADMIN',
        'SUBSCRIPTION Subscription.cardAdded READ',
        'CONNECT /live READ',
        'MESSAGE /live cards.add WRITE',
        'MESSAGE /live board.manage ADMIN',
        'MESSAGE /live board.clear closed',
      ]),
    );
  });

  it('P3 need the same over HTTP with prefix and version', async () => {
    const reader = await tokenOf('owner', 'READ');
    expect((await call(boards.url, reader, '/v1/cards')).status).toBe(200);
    expect((await call(boards.url, reader, '/v1/cards', { method: 'POST' })).status).toBe(403);
    expect((await call(boards.url, await tokenOf('editor'), '/v1/cards?title=Two', { method: 'POST' })).status).toBe(
      201,
    );
  });

  describe('in GraphQL', () => {
    const ask = async (token: string, query: string | readonly string[]) => {
      const json = typeof query === 'string' ? { query } : query.map((one) => ({ query: one }));
      const answer = await call(boards.url, token, '/graphql', { method: 'POST', json });
      expect(answer.status).toBeLessThan(500);
      return { status: answer.status, body: (await answer.json()) as GraphqlAnswer & GraphqlAnswer[] };
    };

    it('P1 queries need READ, mutations WRITE, each by what scope and person reach', async () => {
      const reader = await tokenOf('owner', 'READ');
      expect((await ask(reader, '{ whoAmI cards { title shout } }')).body.data).toMatchObject({
        whoAmI: 'owner, viewer',
      });
      const refused = await ask(reader, 'mutation { addCard(title: "x") { id } }');
      expect(refused.body.errors?.[0]?.extensions).toMatchObject({
        code: 'FORBIDDEN',
        error: 'insufficient_scope',
        statusCode: 403,
      });
      const editor = await tokenOf('editor');
      boards.get(PeopleService).change('editor', { role: 'viewer' });
      const demoted = await ask(editor, 'mutation { addCard(title: "x") { id } }');
      expect(demoted.body.errors?.[0]?.message).toContain('the person who authorized the application does not hold');
      boards.get(PeopleService).change('editor', { role: 'editor' });
      expect((await ask(await tokenOf('editor'), 'mutation { addCard(title: "x") { id } }')).body.data).toMatchObject({
        addCard: {},
      });
      expect((await ask(await tokenOf('editor'), 'mutation { archive }')).body.errors?.[0]?.extensions?.code).toBe(
        'FORBIDDEN',
      );
      expect((await ask(await tokenOf('manager'), 'mutation { archive }')).body.data).toEqual({ archive: 'archived' });
      expect(journal.filter((line) => line === 'archive')).toHaveLength(1);
    });

    it('P2 what a rule closes is closed, by any name, beside anything and in a batch', async () => {
      const token = await tokenOf('owner');
      for (const query of [
        '{ secrets }',
        '{ cards: secrets }',
        '{ cards { id } x: secrets }',
        'query a { ...f } fragment f on Query { secrets }',
      ])
        expect((await ask(token, query)).body.errors?.[0]?.extensions?.error).toBe('insufficient_scope');
      const batch = await ask(token, ['{ whoAmI }', '{ secrets }', 'mutation { archive }']);
      expect(batch.body.map((one) => one.errors?.[0]?.extensions?.code)).toEqual([undefined, 'FORBIDDEN', undefined]);
      expect(journal).not.toContain('secrets');
    });

    it('a bad token is told so', async () => {
      const { body } = await ask('nonsense', '{ cards { id } whoAmI }');
      expect(body.errors?.map(({ extensions }) => extensions)).toMatchObject([
        { code: 'UNAUTHENTICATED', error: 'invalid_token', statusCode: 401 },
      ]);
      expect(journal).toEqual([]);
    });

    it('a session beside a token neither helps nor harms', async () => {
      const owner = await new HttpSession(boards.url).signIn('owner');
      const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const json = { query: '{ secrets whoAmI }' };
      const answer = await call(boards.url, await tokenOf('viewer'), '/graphql', {
        method: 'POST',
        json,
        headers: { cookie },
      });
      expect(((await answer.json()) as GraphqlAnswer).errors?.[0]?.extensions?.error).toBe('insufficient_scope');
      const bySession = await owner.request('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(json),
      });
      expect(bySession.json()).toMatchObject({ data: { secrets: 'secrets', whoAmI: 'owner, owner' } });
    });
  });

  describe('over sockets of ws', () => {
    it('P1 connecting and each message need their own scope', async () => {
      const reader = connect(await tokenOf('owner', 'READ'));
      await reader.opened;
      expect(await reader.ask('cards.list')).toMatchObject({ event: 'cards' });
      const refusal = {
        event: 'exception',
        data: { statusCode: 403, error: 'insufficient_scope', cause: { pattern: 'cards.add' } },
      };
      expect(await reader.ask('cards.add', 'No')).toMatchObject(refusal);
      const manager = connect(await tokenOf('manager'));
      await manager.opened;
      expect(await manager.ask('cards.add', 'Yes')).toMatchObject({ event: 'added' });
      expect(await manager.ask('board.manage')).toMatchObject({ event: 'managed' });
      expect(await manager.ask('board.clear')).toMatchObject({
        event: 'exception',
        data: { error: 'insufficient_scope' },
      });
      expect(journal.filter((line) => line !== 'connected')).toEqual(['manage']);
      reader.close();
      manager.close();
    });

    it('P2 a bad token, or one in the address, does not even connect', async () => {
      const good = await tokenOf('viewer');
      const bad = connect('nonsense');
      const inAddress = messages(new WebSocket(`${boards.live}/live?access_token=${good}`));
      expect([(await bad.closed).code, (await inAddress.closed).code]).toEqual([1008, 1008]);
      expect([...bad.received, ...inAddress.received]).toMatchObject([
        { event: 'exception', data: { error: 'invalid_token' } },
        { event: 'exception', data: { error: 'invalid_request' } },
      ]);
      expect(journal).toEqual([]);
    });

    it('leave sessions as they were, and judge a token beside one alone', async () => {
      const owner = await new HttpSession(boards.url).signIn('owner');
      const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const bySession = messages(new WebSocket(`${boards.live}/live`, { headers: { cookie } }));
      await bySession.opened;
      expect(await bySession.ask('board.clear')).toMatchObject({ event: 'cleared' });
      bySession.close();
      const both = connect(await tokenOf('viewer'), '/live', { cookie });
      await both.opened;
      expect(await both.ask('board.clear')).toMatchObject({ event: 'exception' });
      both.close();
    });
  });

  it('P2 are closed where they say nothing, also beside a gateway that is open', async () => {
    const socket = connect(await tokenOf('owner'));
    await socket.opened;
    expect(await socket.ask('staff.list')).toMatchObject({ event: 'exception', data: { error: 'insufficient_scope' } });
    expect(journal).toEqual(['connected']);
    socket.close();
    const owner = await new HttpSession(boards.url).signIn('owner');
    const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const bySession = messages(new WebSocket(`${boards.live}/live`, { headers: { cookie } }));
    await bySession.opened;
    expect(await bySession.ask('staff.list')).toMatchObject({ event: 'staff' });
    expect(journal).toContain('staff connected');
    bySession.close();
  });

  it('know the access of each kind of call', async () => {
    const token = await tokenOf('editor', 'READ WRITE');
    const words = 'p-editor, WRITE';
    expect(await (await call(boards.url, token, '/v1/mine')).json()).toEqual({ mine: words });
    const inGraphql = await call(boards.url, token, '/graphql', { method: 'POST', json: { query: '{ mine }' } });
    expect(await inGraphql.json()).toEqual({ data: { mine: words } });
    const socket = connect(token);
    await socket.opened;
    expect(await socket.ask('mine')).toEqual({ event: 'mine', data: words });
    socket.close();
    const editor = await new HttpSession(boards.url).signIn('editor');
    expect((await editor.request('/v1/mine')).json()).toEqual({ mine: 'a session' });
  });

  it('P13 judge every message and every operation of a socket anew', async () => {
    const person = await new HttpSession(boards.url).signIn('editor');
    const { accessToken } = await application.tokensFrom(person);
    const socket = connect(accessToken);
    await socket.opened;
    expect(await socket.ask('cards.list')).toMatchObject({ event: 'cards' });
    const graphql = await graphqlSocket(boards.url, accessToken, 'subscription { cardAdded { title } }');
    boards.get(PeopleService).change('editor', { role: 'viewer' });
    expect(await socket.ask('cards.add', 'No')).toMatchObject({ data: { error: 'insufficient_scope' } });
    boards.get(PeopleService).change('editor', { role: 'editor' });
    await boards.get(DataSource).transaction(async (manager) => {
      await manager.query('DELETE FROM drawbridge_grant'); // as another node would, which closes nothing here
      await boards.get(Endings).everybodyChanged(manager);
    });
    const answers = [socket.ask('cards.list'), graphql.subscribe('subscription { cardAdded { id } }')];
    const told = 'The authorization was withdrawn, by the person or by an administrator.';
    expect(await Promise.all(answers)).toMatchObject([
      { event: 'exception', data: { error: 'invalid_token', message: told } },
      { payload: expect.arrayContaining([expect.objectContaining({ message: told })]) as unknown },
    ]);
    tokens.clear();
  });

  it('P2 refuse a token on calls of any other kind', async () => {
    const handler = () => undefined;
    const token = `Bearer ${await tokenOf('owner')}`;
    const asked = async (...args: unknown[]) => {
      const context = new ExecutionContextHost(args, BoardsService, handler);
      context.setType('rpc');
      return boards.get(BearerGuard).canActivate(context);
    };
    const metadata = new Map([['authorization', [token]]]);
    const nats = { getHeaders: () => ({ get: () => token }) };
    const kafka = { getMessage: () => ({ headers: { authorization: Buffer.from(token) } }) };
    const rabbit = { getMessage: () => ({ properties: { headers: { authorization: token } } }) };
    for (const carrier of [metadata, nats, kafka, rabbit]) expect(await asked({}, carrier)).toBe(false);
    expect(await asked({ text: token }, { headers: {} })).toBe(true);
    const data = {};
    setAccess(data, new Access({ clientId: 'c', userId: 'u', scope: 'SYSTEM_ADMIN', personLevel: 'SYSTEM_ADMIN' }));
    const context = new ExecutionContextHost([data], BoardsService, handler);
    context.setType('rpc');
    expect(boards.get(ScopesGuard).canActivate(context)).toBe(false);
    const withoutRequest = new ExecutionContextHost([{ job: 1 }], BoardsService, handler);
    expect(await boards.get(BearerGuard).canActivate(withoutRequest)).toBe(true);
  });

  describe('closes what is open when access ends', () => {
    /** Everything an application can have open, under a sign-in of its own. */
    const openAll = async (role = 'viewer', scope = 'READ') => {
      const person = await new HttpSession(boards.url).signIn(role);
      const given = await application.tokensFrom(person, scope);
      const socket = connect(given.accessToken);
      await socket.opened;
      await socket.ask('cards.watch');
      const graphql = await graphqlSocket(boards.url, given.accessToken, 'subscription { cardAdded { title shout } }');
      const answers = await Promise.all(
        ['/v1/cards/events', '/v1/cards/export'].map((path) => call(boards.url, given.accessToken, path)),
      );
      const bodies = answers.map(async (answer) => {
        try {
          await answer.text();
          return 'ended';
        } catch {
          return 'cut';
        }
      });
      const all = Promise.all([socket.closed.then(({ code }) => code), graphql.closed, ...bodies]);
      const soon = (milliseconds: number) =>
        Promise.race([all, new Promise((resolve) => setTimeout(resolve, milliseconds, 'still open'))]);
      return { ...given, person, socket, graphql, all, soon };
    };
    const closed = [1008, expect.any(Number), expect.stringMatching(/cut|ended/), 'cut'];

    it('tells what happens while it lasts', async () => {
      const open = await openAll();
      const told = [open.socket.next(), open.graphql.next()];
      boards.get(BoardsService).add('News');
      expect(await Promise.all(told)).toMatchObject([
        { event: 'card', data: { title: 'News' } },
        { payload: { data: { cardAdded: { title: 'News', shout: 'NEWS' } } } },
      ]);
      expect(await open.soon(1500)).toBe('still open');
      await application.revoke(open.refreshToken);
      expect(await open.all).toEqual(closed);
    });

    it('at once where it is revoked', async () => {
      const open = await openAll();
      expect((await application.revoke(open.refreshToken)).status).toBe(200);
      expect(await open.soon(500)).toEqual(closed);
    });

    it('within about a second where it is withdrawn elsewhere', async () => {
      const open = await openAll();
      await boards.get(DataSource).query('DELETE FROM drawbridge_grant');
      expect(await open.soon(2500)).toEqual(closed);
    });

    it('when the person is demoted below what it was used for, or may not come any more', async () => {
      const open = await openAll('manager', 'READ WRITE ADMIN');
      await open.socket.ask('board.manage');
      boards.get(PeopleService).change('manager', { role: 'editor' });
      expect(
        await Promise.race([open.socket.closed, new Promise((resolve) => setTimeout(resolve, 2500))]),
      ).toMatchObject({ code: 1008 });
      expect(await open.soon(100)).toBe('still open');
      boards.get(PeopleService).change('manager', { active: false });
      expect(await open.soon(2500)).toEqual(closed);
      boards.get(PeopleService).change('manager', { role: 'manager', active: true });
    });

    it('when the link is disabled', async () => {
      const open = await openAll();
      const administration = await Administration.of(await new HttpSession(boards.url).signIn('owner'));
      await administration.updateLink(application.link.id, { enabled: false });
      expect(await open.soon(500)).toEqual(closed);
    });
  });
});

interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
}
