import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApplicationLinksModule } from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import { BearerGuard, OAuthProviderModule } from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { freePort } from '../../../support/free-port.js';
import { embeddedDatabase } from '../../support/embedded-database.js';
import { baseUrlAt, PassingKeys } from '../../support/host-settings.js';
import { listening, type RunningHost } from '../running-host.js';
import { RecipesController, SignInController } from './cookbook.controllers.js';
import { CooksService } from './cooks.service.js';
import { CookbookCurrentUser, CookbookUsers } from './ports.js';

const port = await freePort();

@Module({ controllers: [SignInController, RecipesController], providers: [CooksService], exports: [CooksService] })
class RecipesModule {}

@Module({})
class CookbookModule {
  static forRoot(): DynamicModule {
    return {
      module: CookbookModule,
      imports: [
        RecipesModule,
        embeddedDatabase(),
        HostModule.forRoot({
          imports: [RecipesModule],
          currentUser: CookbookCurrentUser,
          users: CookbookUsers,
          baseUrl: baseUrlAt(port),
          keys: PassingKeys,
        }),
        ScopesModule.forRoot({
          routes: [
            { path: '/login', scope: 'CLOSED' },
            { path: '/recipes', method: 'DELETE', scope: 'ADMIN' },
            { path: '/recipes', scope: byMethod },
          ],
        }),
        OAuthProviderModule.forRoot({ allowInsecureHttp: true }),
        ApplicationLinksModule.forRoot(),
      ],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
      ],
    };
  }
}

/** No global guard of its own: each controller names the guards it needs; on Fastify. */
export async function startCookbook(): Promise<RunningHost> {
  const app = await NestFactory.create<NestFastifyApplication>(CookbookModule.forRoot(), new FastifyAdapter(), {
    logger: ['error', 'fatal'],
  });
  const idOf = (name: string): string => ({ reader: '1', writer: '2' })[name] ?? '3';
  return listening(app, port, { path: '/recipes', idOf });
}
