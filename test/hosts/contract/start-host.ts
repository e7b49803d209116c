import { type INestApplication, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ExpressAdapter } from '@nestjs/platform-express';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import express from 'express';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Scope, type ScopesOptions } from 'nestjs-drawbridge/scopes';
import { actingAs } from 'nestjs-drawbridge/testing';
import { ContractModule } from './host/contract.module.js';
import { journal } from './host/journal.js';

export const platforms = ['express', 'fastify'] as const;
export type Platform = (typeof platforms)[number];

/** What a host is, besides its people and its guards. */
export interface HostShape {
  readonly imports: NonNullable<ModuleMetadata['imports']>;
  readonly rules: Partial<ScopesOptions>;
  /** What its main file does before it listens: a prefix, versions, sockets. */
  readonly configure?: (app: INestApplication) => unknown;
  /** The path under which another server mounts it, which it does not know itself. */
  readonly mountedAt?: string;
  /** Whether it takes the method from `X-HTTP-Method-Override`, before it looks for a route. */
  readonly overridesMethods?: boolean;
}

/** A host of the contract, running. */
export interface RunningHost {
  /** Without a path. */
  readonly origin: string;
  readonly app: INestApplication;
  get<T>(token: abstract new (...args: never[]) => T): T;
  /** A token of an application that somebody let in. */
  token(scope: Scope, person?: string): Promise<string>;
  close(): Promise<void>;
}

/** Starts a host on a platform. */
export async function startHost(platform: Platform, shape: HostShape): Promise<RunningHost> {
  journal.splice(0);
  const adapter = platform === 'express' ? new ExpressAdapter() : fastifyFor(shape);
  const module = ContractModule.serving(shape.imports, shape.rules);
  const app = await NestFactory.create(module, adapter, { logger: ['error', 'fatal'], abortOnError: false });
  if (platform === 'express' && shape.overridesMethods)
    app.use((request: IncomingMessage, _: unknown, next: () => void) => {
      overrideMethod(request);
      next();
    });
  await shape.configure?.(app);
  const outside = platform === 'express' ? shape.mountedAt : undefined;
  const server = outside === undefined ? await listen(app) : await listenBelow(app, outside);
  const get: RunningHost['get'] = (token) => app.get(token, { strict: false });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port.toString()}`,
    app,
    get,
    token: async (scope, person = 'sysadmin') => (await actingAs(app, { person, scopes: [scope] })).accessToken,
    close: async () => {
      if (server !== app.getHttpServer()) await new Promise((resolve) => server.close(resolve).closeAllConnections());
      await app.close();
    },
  };
}

async function listen(app: INestApplication): Promise<Server> {
  await app.listen(0, '127.0.0.1');
  return app.getHttpServer() as Server;
}

async function listenBelow(app: INestApplication, path: string): Promise<Server> {
  await app.init();
  const server = createServer(express().use(path, app.getHttpAdapter().getInstance() as express.Express));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function overrideMethod(request: IncomingMessage): void {
  const wanted = request.headers['x-http-method-override'];
  if (typeof wanted === 'string') request.method = wanted;
}

/** Fastify looks for a route once it has rewritten the address, so there is where a host changes what is looked for. */
function fastifyFor({ mountedAt, overridesMethods }: HostShape): FastifyAdapter {
  const rewriteUrl = (request: IncomingMessage): string => {
    const { url = '/' } = request;
    if (overridesMethods) overrideMethod(request);
    return mountedAt && url.startsWith(mountedAt) ? url.slice(mountedAt.length) || '/' : url;
  };
  return new FastifyAdapter(mountedAt || overridesMethods ? { rewriteUrl } : {});
}
