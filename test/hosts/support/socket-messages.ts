import type WebSocket from 'ws';
import { Mailbox } from './mailbox.js';

/** What came over a socket of ws. */
export interface SocketMessage {
  readonly event: string;
  readonly data: unknown;
}

/** A client of a gateway that waits for what it is told. */
export interface SocketMessages {
  readonly opened: Promise<void>;
  /** Resolves with the code once the socket is closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** Every message so far that nobody waited for. */
  readonly received: readonly SocketMessage[];
  isOpen(): boolean;
  /** The next message. */
  next(): Promise<SocketMessage>;
  /** Sends a message and gives the next one that comes. */
  ask(event: string, data?: unknown): Promise<SocketMessage>;
  close(): void;
}

/** Listens from the beginning, so that nothing is missed. */
export function messages(socket: WebSocket): SocketMessages {
  const mailbox = new Mailbox<SocketMessage>();
  socket.on('message', (raw: Buffer) => mailbox.put(JSON.parse(raw.toString()) as SocketMessage));
  socket.on('error', () => undefined);
  return {
    opened: new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    }),
    closed: new Promise((resolve) =>
      socket.once('close', (code: number, reason: Buffer) => resolve({ code, reason: reason.toString() })),
    ),
    received: mailbox.received,
    isOpen: () => socket.readyState === socket.OPEN,
    next: () => mailbox.next(),
    ask: (event, data) => {
      socket.send(JSON.stringify({ event, data }));
      return mailbox.next();
    },
    close: () => socket.terminate(),
  };
}
