import { call } from '../../../support/bearer.js';
import { endOf } from '../../../support/streams.js';
import { graphqlSocket } from '../../support/graphql-socket.js';
import { type SocketMessages } from '../../support/socket-messages.js';
import { type RunningHost } from '../start-host.js';
import { connectLive, type SocketLibrary } from './start-transports.js';

/** Everything that can stay open, while it is. */
export interface Opened {
  readonly socket: SocketMessages;
  /** Resolves once all of it is closed: a socket of the gateway, a subscription, an event stream and two answers that go on. */
  readonly closed: Promise<unknown>;
}

/** Opens it, and resolves once something came of each. */
export async function openAll(host: RunningHost, token: string, library: SocketLibrary): Promise<Opened> {
  const socket = connectLive(library, { authorization: `Bearer ${token}` });
  await socket.opened;
  await socket.ask('read');
  const graphql = await graphqlSocket(host.origin, token, 'subscription { ticks }');
  const answers = await Promise.all(
    ['/notes/events', '/notes/export', '/outside/stream'].map((path) => call(host.origin, token, path)),
  );
  return { socket, closed: Promise.all([socket.closed, graphql.closed, ...answers.map(endOf)]) };
}
