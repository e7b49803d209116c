import { SCOPES, type Scope } from 'nestjs-drawbridge/scopes';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../../../support/bearer.js';
import { graphqlSocket } from '../../support/graphql-socket.js';
import { type SocketMessages } from '../../support/socket-messages.js';
import { journal } from '../host/journal.js';
import { PeopleService } from '../host/people.service.js';
import { platforms, type RunningHost } from '../start-host.js';
import { askGraphql } from './ask-graphql.js';
import { connectLive, startTransports } from './start-transports.js';

const people = ['reader', 'writer', 'admin', 'sysadmin'] as const;
const methods: Readonly<Record<Scope, string>> = { READ: 'GET', WRITE: 'POST', ADMIN: 'PUT', SYSTEM_ADMIN: 'DELETE' };
const fields: Readonly<Record<Scope, string>> = {
  READ: '{ whoAmI }',
  WRITE: 'mutation { write }',
  ADMIN: 'mutation { administer }',
  SYSTEM_ADMIN: 'mutation { govern }',
};
const words: Readonly<Record<Scope, string>> = {
  READ: 'read',
  WRITE: 'write',
  ADMIN: 'administer',
  SYSTEM_ADMIN: 'govern',
};

const cells = SCOPES.flatMap((scope) =>
  people.flatMap((person, height) =>
    SCOPES.map((needed) => {
      const suffices = Math.min(SCOPES.indexOf(scope), height) >= SCOPES.indexOf(needed);
      return { scope, person, needed, suffices };
    }),
  ),
);

describe.each(platforms)('every transport on %s', (platform) => {
  let host: RunningHost;
  const tokens = new Map<string, string>();
  const sockets = new Map<string, SocketMessages>();

  beforeAll(async () => {
    host = await startTransports(platform);
    for (const scope of SCOPES)
      for (const person of people) {
        const token = await host.token(scope, person);
        const socket = connectLive('ws', { authorization: `Bearer ${token}` });
        await socket.opened;
        await socket.ask('mine'); // so that its connection is through, and noted
        tokens.set(`${scope} ${person}`, token);
        sockets.set(`${scope} ${person}`, socket);
      }
    journal.splice(0);
  });

  afterEach(() => journal.splice(0));

  afterAll(async () => {
    for (const socket of sockets.values()) socket.close();
    await host.close();
  });

  const tokenOf = (scope: Scope, person: (typeof people)[number] = 'sysadmin') =>
    tokens.get(`${scope} ${person}`) ?? '';

  it.each(cells)('P1 $scope given by $person, where $needed is needed: $suffices', async (cell) => {
    const { scope, person, needed, suffices } = cell;
    const token = tokenOf(scope, person);
    const answer = await call(host.origin, token, '/notes', { method: methods[needed] });
    const field = await askGraphql(host.origin, token, fields[needed]);
    const message = await sockets.get(`${scope} ${person}`)?.ask(words[needed]);
    expect(answer.ok).toBe(suffices);
    expect(field.errors?.[0]?.extensions?.error).toBe(suffices ? undefined : 'insufficient_scope');
    expect(message?.event).toBe(suffices ? 'answer' : 'exception');
    expect(journal.map((line) => line.split(' ')[0])).toEqual(suffices ? [needed, needed, needed] : []);
    if (suffices) return;
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      403,
      expect.stringContaining(`scope="${needed}"`),
    ]);
    expect(message?.data).toMatchObject({ statusCode: 403, error: 'insufficient_scope' });
  });

  it('know the access of each call', async () => {
    const token = tokenOf('ADMIN', 'writer');
    expect(await (await call(host.origin, token, '/notes/mine')).text()).toBe('writer WRITE');
    expect((await askGraphql(host.origin, token, '{ whoAmI }')).data).toEqual({ whoAmI: 'writer WRITE' });
    expect(await sockets.get('ADMIN writer')?.ask('mine')).toEqual({ event: 'answer', data: 'writer WRITE' });
    expect(await (await call(host.origin, token, '/outside/a')).text()).toBe('WRITE\n');
  });

  it('P2 nothing opens what is closed, on any transport', async () => {
    const token = tokenOf('SYSTEM_ADMIN');
    expect((await call(host.origin, token, '/notes/diary')).status).toBe(403);
    expect((await call(host.origin, token, '/closed/a')).status).toBe(403);
    expect((await askGraphql(host.origin, token, '{ diary }')).errors?.[0]?.extensions?.error).toBe(
      'insufficient_scope',
    );
    expect(await sockets.get('SYSTEM_ADMIN sysadmin')?.ask('clear')).toMatchObject({ event: 'exception' });
    expect(journal).toEqual([]);
  });

  it('P6 event streams and downloads are judged before they begin', async () => {
    const token = tokenOf('READ');
    const refused = await Promise.all(['alarms', 'backup'].map((path) => call(host.origin, token, `/notes/${path}`)));
    expect(refused.map(({ status }) => status)).toEqual([403, 403]);
    expect(journal).toEqual([]);
    const backup = await call(host.origin, tokenOf('ADMIN'), '/notes/backup');
    expect(await backup.text()).toBe('all of it');
  });

  it('leave people as they were', async () => {
    const cookie = 'person=sysadmin';
    expect(await (await fetch(`${host.origin}/notes/diary`, { headers: { cookie } })).text()).toContain('CLOSED');
    expect((await fetch(`${host.origin}/notes`)).status).toBe(401);
    const socket = connectLive('ws', { cookie });
    await socket.opened;
    expect(await socket.ask('clear')).toMatchObject({ event: 'answer' });
    socket.close();
    const bySession = await askGraphql(host.origin, null, '{ diary whoAmI }', { cookie });
    expect(bySession.data).toEqual({ diary: 'CLOSED Query.diary', whoAmI: 'a session' });
  });

  it.each([
    ['beside what is open', '{ whoAmI diary }'],
    ['under another name', '{ whoAmI: diary }'],
    ['in a fragment', 'query a { ...f } fragment f on Query { diary }'],
    ['in an inline fragment', '{ ... on Query { ... { x: diary } } }'],
    ['in another operation of the document', 'query a { diary }'],
    ['behind a directive', '{ diary @include(if: true) }'],
  ])('P3 a closed field stays closed %s', async (_, query) => {
    const { errors } = await askGraphql(host.origin, tokenOf('SYSTEM_ADMIN'), query);
    expect(errors?.map(({ extensions }) => extensions?.error)).toEqual(['insufficient_scope']);
    expect(journal.filter((line) => line.startsWith('CLOSED'))).toEqual([]);
  });

  it('P3 a field below the root needs its own scope, each time', async () => {
    const query = '{ note { text } again: note { hidden: secret } }';
    const byReader = await askGraphql(host.origin, tokenOf('READ'), query);
    expect(byReader.errors?.map(({ extensions }) => extensions?.error)).toEqual(['insufficient_scope']);
    expect(journal.filter((line) => line.startsWith('ADMIN'))).toEqual([]);
    const byAdmin = await askGraphql(host.origin, tokenOf('ADMIN'), query);
    expect(byAdmin.data).toEqual({ note: { text: 'READ Note.text' }, again: { hidden: 'ADMIN Note.secret' } });
  });

  it('P3 mutations need their own scope in a batch, several at once and over GET', async () => {
    const token = tokenOf('READ');
    await askGraphql(host.origin, token, ['{ whoAmI }', 'mutation { write }', 'mutation { a: write b: administer }']);
    const inAddress = new URLSearchParams({ query: 'mutation { write }' }).toString();
    await call(host.origin, token, `/graphql?${inAddress}`, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(journal).toEqual(['READ Query.whoAmI']);
  });

  it('P3 subscriptions need their own scope', async () => {
    const token = tokenOf('READ');
    const ticks = await graphqlSocket(host.origin, token, 'subscription { ticks }');
    expect(await ticks.next()).toMatchObject({ type: 'next', payload: { data: { ticks: 'tick' } } });
    const alarms = await graphqlSocket(host.origin, token, 'subscription { ticks: alarms }');
    expect(JSON.stringify(await alarms.next())).toContain('insufficient_scope');
    expect(journal).toEqual(['READ Subscription.ticks']);
    ticks.close();
    alarms.close();
  });

  it('P2 a bad token is refused by each', async () => {
    expect((await call(host.origin, 'nonsense', '/notes')).status).toBe(401);
    expect((await call(host.origin, 'nonsense', '/outside/a')).status).toBe(401);
    const { errors } = await askGraphql(host.origin, 'nonsense', '{ whoAmI }');
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', error: 'invalid_token' });
    const socket = connectLive('ws', { authorization: 'Bearer nonsense' });
    expect((await socket.closed).code).toBe(1008);
    expect(journal).toEqual([]);
  });

  it('P1 judge the person anew with each call', async () => {
    const token = tokenOf('WRITE', 'writer');
    host.get(PeopleService).change('writer', { level: 'READ' });
    expect((await call(host.origin, token, '/notes', { method: 'POST' })).status).toBe(403);
    expect((await askGraphql(host.origin, token, 'mutation { write }')).errors).toHaveLength(1);
    expect(await sockets.get('WRITE writer')?.ask('write')).toMatchObject({ event: 'exception' });
    expect(journal).toEqual([]);
    host.get(PeopleService).change('writer', { level: 'WRITE' });
  });
});
