import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
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
} from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { AuditModule } from './audit/audit.module.js';
import { ConfigModule } from './config/config.module.js';
import { type WikiConfig } from './config/wiki-config.js';
import { wikiDatabase } from './database/wiki-database.js';
import { wikiEntities, wikiMigrations } from './database/wiki-schema.js';
import { WikiBaseUrl } from './drawbridge/wiki-base-url.js';
import { WikiCurrentUser } from './drawbridge/wiki-current-user.js';
import { WikiHostModule } from './drawbridge/wiki-host.module.js';
import { WikiKeys } from './drawbridge/wiki-keys.js';
import { WikiLocales } from './drawbridge/wiki-locales.js';
import { WikiUsers } from './drawbridge/wiki-users.js';
import { WikiErrorFilter } from './errors/wiki-error.filter.js';
import { LayoutModule } from './layout/layout.module.js';
import { WikiLayout } from './layout/wiki-layout.js';
import { PagesModule } from './pages/pages.module.js';
import { RestModule } from './rest/rest.module.js';
import { SeedingModule } from './seeding/seeding.module.js';
import { CsrfGuard } from './sessions/csrf.guard.js';
import { LevelGuard } from './sessions/level.guard.js';
import { SessionGuard } from './sessions/session.guard.js';
import { SessionsModule } from './sessions/sessions.module.js';

/** Declared by the wiki's page controllers, and nothing for applications. */
const pagesForPeople = [
  ...['/', '/create', '/login', '/logout'],
  ...['/admin/*', '/pages/*', '/people/*', '/profile/*', '/spaces/*'],
];

/** The wiki. */
@Module({})
export class AppModule {
  static forRoot(config: WikiConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.forRoot(config),
        TypeOrmModule.forRootAsync(
          wikiDatabase(config, {
            entities: [...wikiEntities, ...oauthProviderEntities, ...applicationLinksEntities],
            migrations: [...wikiMigrations, ...oauthProviderMigrations, ...applicationLinksMigrations],
          }),
        ),
        HostModule.forRoot({
          imports: [WikiHostModule, LayoutModule],
          currentUser: WikiCurrentUser,
          users: WikiUsers,
          baseUrl: WikiBaseUrl,
          layout: WikiLayout,
          locales: WikiLocales,
          keys: WikiKeys,
        }),
        ScopesModule.forRoot({
          routes: [
            { path: '/rest/api/user/current/password', scope: 'CLOSED' },
            { path: ['/rest/api/settings/*', '/rest/api/backup-restore/*'], scope: 'SYSTEM_ADMIN' },
            { path: ['/rest/api/admin/*', '/rest/api/audit', '/rest/api/user/*/group/*'], scope: 'ADMIN' },
            { path: '/rest/api/*', scope: byMethod },
            { path: [...pagesForPeople, '/assets/*'], scope: 'CLOSED' },
          ],
        }),
        OAuthProviderModule.forRoot({
          ...config.oauth,
          allowInsecureHttp: config.isLoopback,
          personChangesAreTold: true,
        }),
        ApplicationLinksModule.forRoot(),
        SessionsModule,
        AuditModule,
        SeedingModule,
        RestModule,
        PagesModule,
      ],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard }, // which application calls, in whose name
        { provide: APP_GUARD, useExisting: ScopesGuard }, // may it
        { provide: APP_GUARD, useExisting: SessionGuard }, // who calls, of the wiki's own
        { provide: APP_GUARD, useExisting: CsrfGuard }, // did they mean it
        { provide: APP_GUARD, useExisting: LevelGuard }, // may they
        { provide: APP_FILTER, useClass: WikiErrorFilter },
      ],
    };
  }
}
