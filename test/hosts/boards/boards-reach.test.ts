import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { call } from '../../support/bearer.js';
import { HttpSession } from '../../support/http-session.js';
import { LinkedApplication } from '../../support/linked-application.js';
import { everyRoute, reachPath } from '../../support/reach.js';
import { messages } from '../support/socket-messages.js';
import { type RunningBoards, startBoards } from './start-boards.js';

const behind: Readonly<Record<string, string>> = { 'Query.cards': '{ id }', 'Mutation.addCard': '(title: "x") { id }' };

describe('what an application can reach in the boards', () => {
  let boards: RunningBoards;
  let owner: HttpSession;
  let question: { readonly clientId: string; readonly userId: string };
  let token: string;

  beforeAll(async () => {
    boards = await startBoards();
    owner = await new HttpSession(boards.url).signIn('owner');
    const application = await LinkedApplication.create(boards.url, owner, { scopes: ['READ', 'WRITE'] });
    token = (await application.tokensFrom(await new HttpSession(boards.url).signIn('manager'))).accessToken;
    question = { clientId: application.link.clientId, userId: 'p-manager' };
  });

  afterAll(() => boards.close());

  const said = async (kind: string) =>
    (await everyRoute(owner, { ...question, kind })).map(({ method, path, callable }) => ({ method, path, callable }));

  it('P5 is answered as GraphQL fields are judged', async () => {
    const fields = (await said('GRAPHQL')).filter(({ method }) => method === 'QUERY' || method === 'MUTATION');
    expect(new Set(fields.map(({ callable }) => callable))).toEqual(new Set([true, false]));
    for (const { method, path, callable } of fields) {
      const query = `${method.toLowerCase()} { ${path.split('.')[1] ?? ''} ${behind[path] ?? ''} }`;
      const answer = await call(boards.url, token, '/graphql', { method: 'POST', json: { query } });
      const { errors } = (await answer.json()) as { errors?: readonly { extensions?: { error?: string } }[] };
      expect([path, errors?.[0]?.extensions?.error]).toEqual([path, callable ? undefined : 'insufficient_scope']);
    }
  });

  it('P5 is answered as connections and messages are judged', async () => {
    const calls = await said('GATEWAY');
    expect(calls.filter(({ path }) => path === '/live').map(({ callable }) => callable)).toContain(true);
    const socket = messages(new WebSocket(`${boards.live}/live`, { headers: { authorization: `Bearer ${token}` } }));
    await socket.opened;
    const sent = calls.filter(({ method }) => method === 'MESSAGE');
    expect(new Set(sent.map(({ callable }) => callable))).toEqual(new Set([true, false]));
    for (const { path, callable } of sent) {
      const { data } = await socket.ask(path.split(' ')[1] ?? '', 'x');
      const error = (data as { error?: string } | null)?.error;
      expect([path, error]).toEqual([path, callable ? undefined : 'insufficient_scope']);
    }
    socket.close();
  });

  it('P5 has a page here too, with the paths that clients call', async () => {
    const reach = `/admin/application-links/reach?clientId=${question.clientId}&userId=p-manager`;
    expect((await owner.get(reach)).text).toContain('GET /api/v1/cards');
    expect((await owner.get(`${reach}&kind=GRAPHQL`)).text).toContain('Query.cards');
    expect((await owner.request(reachPath({ kind: 'GRAPHQL', scope: 'ADMIN' }))).json()).toMatchObject({
      results: [{ path: 'Mutation.archive', scope: 'ADMIN', callable: true }],
    });
  });
});
