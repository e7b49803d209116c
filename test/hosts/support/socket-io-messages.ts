import type { Socket } from 'socket.io-client';
import { Mailbox } from './mailbox.js';
import type { SocketMessage, SocketMessages } from './socket-messages.js';

/** The same for a client of socket.io. */
export function socketIoMessages(socket: Socket): SocketMessages {
  const mailbox = new Mailbox<SocketMessage>();
  socket.onAny((event: string, data: unknown) => mailbox.put({ event, data }));
  return {
    opened: new Promise((resolve, reject) => {
      socket.once('connect', resolve);
      socket.once('connect_error', reject);
    }),
    closed: new Promise((resolve) => socket.once('disconnect', (reason) => resolve({ code: 0, reason }))),
    received: mailbox.received,
    isOpen: () => socket.connected,
    next: () => mailbox.next(),
    ask: (event, data) => {
      socket.emit(event, data);
      return mailbox.next();
    },
    close: () => void socket.disconnect(),
  };
}
