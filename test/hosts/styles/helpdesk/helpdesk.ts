import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { type NestExpressApplication } from '@nestjs/platform-express';
import session from 'express-session';
import { ApplicationLinksModule } from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import { BearerGuard, OAuthProviderModule } from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { freePort } from '../../../support/free-port.js';
import { embeddedDatabase } from '../../support/embedded-database.js';
import { baseUrlAt, PassingKeys } from '../../support/host-settings.js';
import { listening, type RunningHost } from '../running-host.js';
import { AccessModule } from './access.module.js';
import { TicketsController } from './helpdesk.controllers.js';
import { HelpdeskCurrentUser, HelpdeskUsers } from './ports.js';

const port = await freePort();

@Module({})
class HelpdeskModule {
  static forRoot(): DynamicModule {
    return {
      module: HelpdeskModule,
      imports: [
        AccessModule,
        embeddedDatabase(),
        HostModule.forRoot({
          imports: [AccessModule],
          currentUser: HelpdeskCurrentUser,
          users: HelpdeskUsers,
          baseUrl: baseUrlAt(port),
          keys: PassingKeys,
        }),
        ScopesModule.forRoot({
          routes: [
            { path: '/login', scope: 'CLOSED' },
            { path: '/tickets', method: 'DELETE', scope: 'ADMIN' },
            { path: '/tickets', scope: byMethod },
          ],
        }),
        OAuthProviderModule.forRoot({ allowInsecureHttp: true }),
        ApplicationLinksModule.forRoot(),
      ],
      controllers: [TicketsController],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
      ],
    };
  }
}

/** Global guards in a module of their own, sessions in a cookie, roles by decorator, answers in an envelope; on Express. */
export async function startHelpdesk(): Promise<RunningHost> {
  const app = await NestFactory.create<NestExpressApplication>(HelpdeskModule.forRoot(), {
    logger: ['error', 'fatal'],
  });
  app.use(session({ secret: 'helpdesk', resave: false, saveUninitialized: false }));
  const idOf = (name: string): string => ({ reader: 'a1', writer: 'a2' })[name] ?? 'a3';
  return listening(app, port, { path: '/tickets', idOf, hasEnvelope: true });
}
