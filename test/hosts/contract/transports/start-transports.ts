import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { io } from 'socket.io-client';
import WebSocket from 'ws';
import { mountOutside } from '../../../support/outside-nest.js';
import { socketIoMessages } from '../../support/socket-io-messages.js';
import { messages, type SocketMessages } from '../../support/socket-messages.js';
import { type Platform, type RunningHost, startHost } from '../start-host.js';
import { livePort } from './live.gateway.js';
import { transportRules, TransportsModule } from './transports.module.js';

export const socketLibraries = ['ws', 'socket.io'] as const;
export type SocketLibrary = (typeof socketLibraries)[number];

/** Starts a host that serves in every way, with routes outside Nest beside it. */
export function startTransports(platform: Platform, sockets: SocketLibrary = 'ws'): Promise<RunningHost> {
  return startHost(platform, {
    imports: [TransportsModule.on(platform)],
    rules: transportRules,
    configure: (app) => {
      app.useWebSocketAdapter(sockets === 'ws' ? new WsAdapter(app) : new IoAdapter(app));
      mountOutside(app);
    },
  });
}

/** Connects to the gateway; `query` stands in the address. */
export function connectLive(
  sockets: SocketLibrary,
  headers: Readonly<Record<string, string>>,
  query = '',
): SocketMessages {
  const at = `127.0.0.1:${livePort.toString()}`;
  if (sockets === 'ws') return messages(new WebSocket(`ws://${at}/live${query}`, { headers }));
  const options = { path: '/live', transports: ['websocket'], reconnection: false, forceNew: true };
  return socketIoMessages(io(`http://${at}/${query}`, { ...options, extraHeaders: headers }));
}
