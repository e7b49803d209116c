/** What the clients of ws and of socket.io have of each other's. */
interface SocketClient {
  on?(event: string, listener: () => void): unknown;
  emit?(event: string, payload: unknown): unknown;
  send?(text: string): unknown;
  close?(code: number, reason: string): unknown;
  terminate?(): unknown;
  disconnect?(close: boolean): unknown;
}

/** What a client is told before it is closed. */
interface ToldException {
  readonly status: 'error';
  readonly statusCode?: number;
}

/** Policy violation (RFC 6455 §7.4.1), and try again later (IANA's registry of close codes). */
const [policyViolation, tryAgainLater] = [1008, 1013];

/** How long a client may take to answer the closing, in milliseconds. */
const patience = 1000;

/** Tells a client of a gateway why it is closed, as gateways tell of exceptions, and closes it. */
export function closeClient(client: object, exception: ToldException, reason: string): void {
  const socket = client as SocketClient;
  if (typeof socket.disconnect === 'function') {
    socket.emit?.('exception', exception);
    socket.disconnect(true);
    return;
  }
  socket.send?.(JSON.stringify({ event: 'exception', data: exception }));
  socket.close?.(exception.statusCode === 503 ? tryAgainLater : policyViolation, reason.slice(0, 100));
  setTimeout(() => socket.terminate?.(), patience).unref();
}

/** Calls `listener` once a client of a gateway is gone. */
export function whenGone(client: object, listener: () => void): void {
  const socket = client as SocketClient;
  socket.on?.(typeof socket.disconnect === 'function' ? 'disconnect' : 'close', listener);
}

/** Whether a client is gone already. */
export function isGone(client: object): boolean {
  const { readyState, connected } = client as { readonly readyState?: number; readonly connected?: boolean };
  return connected === false || (readyState ?? 0) > 1;
}
