import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { join } from 'node:path';
import Libsql from 'libsql';
import {
  applicationLinksEntities,
  ApplicationLinksModule,
  applicationLinksMigrations,
} from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import {
  BearerGuard,
  OAuthProviderModule,
  oauthProviderEntities,
  oauthProviderMigrations,
  type OAuthProviderOptions,
  serializeSqlite,
} from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { BenchBaseUrl, BenchCurrentUser, BenchKeys, BenchUsers } from './bench-ports.js';
import { BenchController } from './bench.controller.js';
import { type ContestantSettings } from './protocol.js';

function databaseOf({ database }: ContestantSettings): DataSourceOptions {
  const schema = {
    entities: [...oauthProviderEntities, ...applicationLinksEntities],
    migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
    migrationsRun: true,
  };
  if (!database) throw new Error('A guarded contestant needs a database.');
  if (database.kind === 'postgres') return { type: 'postgres', url: database.url, ...schema };
  const path = join(database.folder, 'bench.sqlite');
  return { type: 'better-sqlite3', driver: Libsql, database: path, enableWAL: true, ...schema };
}

/** As many wrong secrets as can be sent: 200 a second in the name of each client. */
const hardlyThrottled = { failureWindowSeconds: 5, failuresPerClient: 1000, failuresPerNetwork: 1_000_000 };

/** Other settings of the provider, as JSON, to see what a mechanism brings: `BENCH_OPTIONS='{"rememberedTokens":0}'`. */
const others = JSON.parse(process.env.BENCH_OPTIONS ?? '{}') as Partial<OAuthProviderOptions>;

/** The measured route in a host that embeds drawbridge. */
@Module({})
export class BenchModule {
  static of(settings: ContestantSettings): DynamicModule {
    const options = databaseOf(settings);
    return {
      module: BenchModule,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => options,
          dataSourceFactory: async () => serializeSqlite(await new DataSource(options).initialize()),
        }),
        HostModule.forRoot({
          currentUser: BenchCurrentUser,
          users: BenchUsers,
          baseUrl: BenchBaseUrl,
          keys: BenchKeys,
        }),
        ScopesModule.forRoot({ routes: [{ path: '/bench', scope: byMethod }] }),
        OAuthProviderModule.forRoot({ cleaningSeconds: 0, personChangesAreTold: true, ...hardlyThrottled, ...others }),
        ApplicationLinksModule.forRoot(),
      ],
      controllers: [BenchController],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
      ],
    };
  }
}
