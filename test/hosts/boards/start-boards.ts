import { type Type, VersioningType } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WsAdapter } from '@nestjs/platform-ws';
import { pathsOutsidePrefix } from 'nestjs-drawbridge/oauth-provider';
import { freePort } from '../../support/free-port.js';
import { AppModule } from './app.module.js';
import { livePort } from './live-port.js';

/** The boards, running. */
export interface RunningBoards {
  /** The base URL with its prefix. */
  readonly url: string;
  /** Where sockets connect. */
  readonly live: string;
  readonly app: NestFastifyApplication;
  get<T>(token: Type<T> | (abstract new (...args: never[]) => T)): T;
  close(): Promise<void>;
}

/** Starts the boards: a global prefix, versions in the path, and the sockets of one of two libraries. `prepare` may mount something beside Nest. */
export async function startBoards(
  sockets: 'ws' | 'socket.io' = 'ws',
  prepare: (app: NestFastifyApplication) => void = () => undefined,
): Promise<RunningBoards> {
  const port = await freePort();
  process.env.BOARDS_URL = `http://127.0.0.1:${port.toString()}/api`;
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.forRoot(), new FastifyAdapter(), {
    logger: ['error', 'fatal'],
  });
  app.setGlobalPrefix('api', { exclude: [...pathsOutsidePrefix] });
  app.enableVersioning({ type: VersioningType.URI });
  app.useWebSocketAdapter(sockets === 'ws' ? new WsAdapter(app) : new IoAdapter(app));
  prepare(app);
  await app.listen(port, '127.0.0.1');
  return {
    url: process.env.BOARDS_URL,
    live: `${sockets === 'ws' ? 'ws' : 'http'}://127.0.0.1:${livePort.toString()}`,
    app,
    get: (token) => app.get(token, { strict: false }),
    close: () => app.close(),
  };
}
