import { type DynamicModule, Module, type ModuleMetadata } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import Libsql from 'libsql';
import {
  applicationLinksEntities,
  ApplicationLinksModule,
  applicationLinksMigrations,
} from 'nestjs-drawbridge/application-links';
import {
  BearerGuard,
  OAuthProviderModule,
  oauthProviderEntities,
  oauthProviderMigrations,
  serializeSqlite,
} from 'nestjs-drawbridge/oauth-provider';
import { ScopesGuard, ScopesModule, type ScopesOptions } from 'nestjs-drawbridge/scopes';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { hostPorts } from './host-ports.js';
import { PeopleModule } from './people.module.js';
import { SignInGuard } from './sign-in.guard.js';

const database: DataSourceOptions = {
  type: 'better-sqlite3',
  driver: Libsql,
  database: ':memory:',
  entities: [...oauthProviderEntities, ...applicationLinksEntities],
  migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
  migrationsRun: true,
};

/** The smallest host with everything of ours: people and sessions of its own, and the guards in the order of the guide. */
@Module({})
export class ContractModule {
  /** With what the host serves, and the rules that open it. */
  static serving(imports: NonNullable<ModuleMetadata['imports']>, rules: Partial<ScopesOptions>): DynamicModule {
    return {
      module: ContractModule,
      imports: [
        ...imports,
        PeopleModule,
        TypeOrmModule.forRootAsync({
          useFactory: () => database,
          dataSourceFactory: async () => serializeSqlite(await new DataSource(database).initialize()),
        }),
        hostPorts(),
        ScopesModule.forRoot(rules),
        OAuthProviderModule.forRoot({ allowInsecureHttp: true, cleaningSeconds: 0 }),
        ApplicationLinksModule.forRoot(),
      ],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
        { provide: APP_GUARD, useClass: SignInGuard },
      ],
    };
  }
}
