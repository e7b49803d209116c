import WebSocket from 'ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpSession } from '../../support/http-session.js';
import { messages } from '../support/socket-messages.js';
import { type RunningBoards, startBoards } from './start-boards.js';

describe('the boards, by a session', () => {
  let boards: RunningBoards;
  let editor: HttpSession;

  beforeAll(async () => {
    boards = await startBoards();
    editor = await new HttpSession(boards.url).signIn('editor');
  });

  afterAll(() => boards.close());

  it('answer over HTTP, in GraphQL and over sockets', async () => {
    expect((await editor.request('/v1/cards?title=One', { method: 'POST' })).status).toBe(201);
    expect((await editor.request('/v1/cards', { method: 'DELETE' })).status).toBe(403);
    expect((await fetch(`${boards.url}/v1/cards`)).status).toBe(401);
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query: '{ cards { title shout } whoAmI }' });
    const answer = (await editor.request('/graphql', { method: 'POST', headers, body })).json();
    expect(answer).toMatchObject({ data: { cards: [{ title: 'One', shout: 'ONE' }], whoAmI: 'editor, editor' } });
    const cookie = [...editor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const socket = messages(new WebSocket(`${boards.live}/live`, { headers: { cookie } }));
    await socket.opened;
    expect(await socket.ask('cards.list')).toMatchObject({ event: 'cards', data: [{ title: 'One' }] });
    expect(await socket.ask('board.manage')).toMatchObject({ event: 'exception' });
    socket.close();
  });
});
