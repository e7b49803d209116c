import { io, type Socket } from 'socket.io-client';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HttpSession } from '../../support/http-session.js';
import { LinkedApplication } from '../../support/linked-application.js';
import { BoardsService } from './boards.service.js';
import { type RunningBoards, startBoards } from './start-boards.js';

describe.each([['websocket'], ['polling']])('P6 the boards over socket.io, by %s', (transport) => {
  let boards: RunningBoards;
  let application: LinkedApplication;

  beforeAll(async () => {
    boards = await startBoards('socket.io');
    const owner = await new HttpSession(boards.url).signIn('owner');
    application = await LinkedApplication.create(boards.url, owner);
  });

  afterAll(() => boards.close());

  const tokensOf = async (role: string, scope: string) =>
    application.tokensFrom(await new HttpSession(boards.url).signIn(role), scope);
  const connect = (token: string): Socket =>
    io(boards.live, {
      path: '/live',
      transports: [transport],
      extraHeaders: { authorization: `Bearer ${token}` },
      reconnection: false,
      forceNew: true,
    });
  const next = async (socket: Socket, event: string): Promise<unknown> => {
    const [data] = (await Promise.race([
      once(socket as unknown as NodeJS.EventEmitter, event),
      new Promise((_, reject) => setTimeout(reject, 5000, new Error(`No ${event} came.`))),
    ])) as unknown[];
    return data;
  };
  const ask = async (socket: Socket, event: string, answer: string, data?: unknown) => {
    const answered = next(socket, answer);
    socket.emit(event, data);
    return answered;
  };

  it('P1 connecting and each message need their own scope', async () => {
    const { accessToken } = await tokensOf('owner', 'READ');
    const socket = connect(accessToken);
    await next(socket, 'connect');
    expect(await ask(socket, 'cards.list', 'cards')).toEqual([]);
    expect(await ask(socket, 'cards.add', 'exception', 'No')).toMatchObject({
      statusCode: 403,
      error: 'insufficient_scope',
    });
    expect(await ask(socket, 'board.clear', 'exception')).toMatchObject({ error: 'insufficient_scope' });
    expect(boards.get(BoardsService).list()).toEqual([]);
    socket.close();
  });

  it('P2 a bad token is told so and does not reach the gateway, nor one in the payload of socket.io', async () => {
    boards.get(BoardsService).journal.splice(0);
    const bad = connect('nonsense');
    expect(await next(bad, 'exception')).toMatchObject({ error: 'invalid_token' });
    if (bad.connected) await next(bad, 'disconnect');
    expect(boards.get(BoardsService).journal).toEqual([]);
    const { accessToken: token } = await tokensOf('viewer', 'READ');
    const hidden = io(boards.live, {
      path: '/live',
      transports: [transport],
      auth: { token },
      reconnection: false,
      forceNew: true,
    });
    await next(hidden, 'connect');
    expect(await ask(hidden, 'cards.list', 'exception')).toMatchObject({ status: 'error' });
    hidden.close();
  });

  it('is closed when access ends', async () => {
    const { accessToken, refreshToken } = await tokensOf('viewer', 'READ');
    const socket = connect(accessToken);
    await next(socket, 'connect');
    const gone = Promise.all([next(socket, 'exception'), next(socket, 'disconnect')]);
    await application.revoke(refreshToken);
    expect(await gone).toMatchObject([
      { error: 'invalid_token', message: expect.stringContaining('revoked') as string },
      expect.any(String),
    ]);
  });
});
