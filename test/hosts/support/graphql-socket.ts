import WebSocket from 'ws';
import { Mailbox } from './mailbox.js';

/** A subscription under way. */
export interface GraphqlSocket {
  /** The next message of the protocol graphql-transport-ws. */
  next(): Promise<unknown>;
  /** Subscribes to something more, and gives the next message. */
  subscribe(query: string): Promise<unknown>;
  /** Resolves with the code once the socket is closed. */
  readonly closed: Promise<number>;
  close(): void;
}

/** Subscribes over graphql-transport-ws; resolves once the server has had time to begin. */
export async function graphqlSocket(url: string, token: string, query: string): Promise<GraphqlSocket> {
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const mailbox = new Mailbox<unknown>();
  socket.on('message', (raw: Buffer) => mailbox.put(JSON.parse(raw.toString())));
  socket.on('error', () => undefined);
  const next = () => mailbox.next();
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await next();
  socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query } }));
  await new Promise((resolve) => setTimeout(resolve, 200));
  const subscribe = (more: string) => {
    socket.send(JSON.stringify({ id: '2', type: 'subscribe', payload: { query: more } }));
    return next();
  };
  return { next, closed, subscribe, close: () => socket.terminate() };
}
