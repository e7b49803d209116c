import WebSocket from 'ws';

/** A subscription under way. */
export interface GraphqlSocket {
  /** The next message of the protocol graphql-transport-ws. */
  next(): Promise<unknown>;
  /** Subscribes to something more, and gives the next message. */
  subscribe(query: string): Promise<unknown>;
  /** Resolves with the code once the socket is closed. */
  readonly closed: Promise<number>;
}

/** Subscribes over graphql-transport-ws; resolves once the server has had time to begin. */
export async function graphqlSocket(url: string, token: string, query: string): Promise<GraphqlSocket> {
  const headers = { authorization: `Bearer ${token}` };
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers });
  const received: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  socket.on('message', (raw: Buffer) => {
    const message = JSON.parse(raw.toString()) as unknown;
    const waiter = waiting.shift();
    if (waiter) waiter(message);
    else received.push(message);
  });
  socket.on('error', () => undefined);
  const next = () =>
    new Promise<unknown>((resolve) => (received.length ? resolve(received.shift()) : waiting.push(resolve)));
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
  return { next, closed, subscribe };
}
