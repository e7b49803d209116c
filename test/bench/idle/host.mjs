/** A host of many routes: bare, with two guards that let everything pass, or with the libraries. Built files only: `npm run build` comes first. */
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Controller, Delete, Get, Module, Post, Put } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import Libsql from 'libsql';
import {
  applicationLinksEntities,
  ApplicationLinksModule,
  applicationLinksMigrations,
} from 'nestjs-drawbridge/application-links';
import { BaseUrl, CurrentUser, HostModule, Keys, Users } from 'nestjs-drawbridge/host';
import {
  BearerGuard,
  OAuthProviderModule,
  oauthProviderEntities,
  oauthProviderMigrations,
  serializeSqlite,
} from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';

const routesOfOne = 10;
const verbs = [Get, Post, Put, Delete];

/** A controller with ten routes, some with parameters, as written by hand. */
function controller(index) {
  class Generated {}
  for (let route = 0; route < routesOfOne; route++) {
    const name = `handle${route}`;
    Generated.prototype[name] = () => ({ index, route });
    const path = route % 2 ? `items/:id/part-${route}` : `items-${route}`;
    verbs[route % verbs.length](path)(
      Generated.prototype,
      name,
      Object.getOwnPropertyDescriptor(Generated.prototype, name),
    );
  }
  Object.defineProperty(Generated, 'name', { value: `Generated${index}Controller` });
  Controller(`area-${index % 20}/things-${index}`)(Generated);
  return Generated;
}

const rules = [
  { path: '/area-0/*', scope: 'ADMIN' },
  ...Array.from({ length: 18 }, (_, area) => ({ path: `/area-${area + 1}/*`, scope: byMethod })),
  { path: '/*', scope: 'READ' },
];

class NobodySignedIn extends CurrentUser {
  of = async () => null;
  signInUrl = () => '/login';
  become = async () => {};
}
class NoUsers extends Users {
  byId = async () => null;
  byIds = async () => [];
}
class BenchBaseUrl extends BaseUrl {
  get = () => 'https://wiki.example.com';
}
class BenchKeys extends Keys {
  all = () => [{ id: 'bench', secret: randomBytes(32) }];
}

/** Both kinds of host open the same database, whose tables are there already. */
const databaseAt = (file) => {
  const options = {
    type: 'better-sqlite3',
    driver: Libsql,
    database: file,
    entities: [...oauthProviderEntities, ...applicationLinksEntities],
    migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
  };
  const open = async () => serializeSqlite(await new DataSource(options).initialize());
  return { open, module: TypeOrmModule.forRootAsync({ useFactory: () => options, dataSourceFactory: open }) };
};

/** Makes the tables that hosts start with. */
export async function prepareDatabase(file) {
  const dataSource = await databaseAt(file).open();
  await dataSource.runMigrations();
  await dataSource.destroy();
}

const passing = { provide: APP_GUARD, useValue: { canActivate: () => true } };

/** `passing` shows what Nest itself takes for running two guards. */
const guards = {
  bare: [],
  passing: [passing, passing],
  guarded: [
    { provide: APP_GUARD, useExisting: BearerGuard },
    { provide: APP_GUARD, useExisting: ScopesGuard },
  ],
};

/** The root module of a host, with its classes made already: that is the host's own time. */
export function hostModule({ routes, kind, database }) {
  class Host {}
  const controllers = Array.from({ length: Math.ceil(routes / routesOfOne) }, (_, index) => controller(index));
  const ours = [
    HostModule.forRoot({ currentUser: NobodySignedIn, users: NoUsers, baseUrl: BenchBaseUrl, keys: BenchKeys }),
    ScopesModule.forRoot({ routes: routes >= 400 ? rules : [{ path: '/*', scope: byMethod }] }),
    OAuthProviderModule.forRoot(),
    ApplicationLinksModule.forRoot(),
  ];
  Module({
    imports: [databaseAt(database).module, ...(kind === 'guarded' ? ours : [])],
    controllers,
    providers: guards[kind],
  })(Host);
  return Host;
}

/** Starts it, and says how many milliseconds that took, on the clock and of CPU. */
export async function startHost(module, platform) {
  const adapter =
    platform === 'fastify'
      ? new (await import('@nestjs/platform-fastify')).FastifyAdapter()
      : new (await import('@nestjs/platform-express')).ExpressAdapter();
  const [began, used] = [performance.now(), process.cpuUsage()];
  const app = await NestFactory.create(module, adapter, { logger: ['error', 'fatal'] });
  await app.listen(0, '127.0.0.1');
  const { user, system } = process.cpuUsage(used);
  return { app, milliseconds: performance.now() - began, cpuMilliseconds: (user + system) / 1000 };
}
