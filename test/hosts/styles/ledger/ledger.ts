import { type DynamicModule, type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD, NestFactory } from '@nestjs/core';
import { ApplicationLinksModule } from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import { BearerGuard, OAuthProviderModule } from 'nestjs-drawbridge/oauth-provider';
import { byMethod, ScopesGuard, ScopesModule } from 'nestjs-drawbridge/scopes';
import { freePort } from '../../../support/free-port.js';
import { embeddedDatabase } from '../../support/embedded-database.js';
import { baseUrlAt, PassingKeys } from '../../support/host-settings.js';
import { listening, type RunningHost } from '../running-host.js';
import { EntriesService, type LedgerRequest } from './entries.service.js';
import { EntriesController, SignInController } from './ledger.controllers.js';
import { MembersService } from './members.service.js';
import { LedgerCurrentUser, LedgerUsers } from './ports.js';

const port = await freePort();

@Module({
  controllers: [SignInController, EntriesController],
  providers: [MembersService, EntriesService],
  exports: [MembersService],
})
class EntriesModule implements NestModule {
  constructor(private readonly members: MembersService) {}

  /** Whose request it is, in a middleware; nothing is turned away here. */
  configure(consumer: MiddlewareConsumer): void {
    const findMember = (request: LedgerRequest, _: unknown, next: () => void): void => {
      request.user = this.members.ofCookie(request.headers.cookie)?.member;
      next();
    };
    consumer.apply(findMember).forRoutes('*path');
  }
}

@Module({})
class LedgerModule {
  static forRoot(): DynamicModule {
    return {
      module: LedgerModule,
      imports: [
        EntriesModule,
        embeddedDatabase(),
        HostModule.forRoot({
          imports: [EntriesModule],
          currentUser: LedgerCurrentUser,
          users: LedgerUsers,
          baseUrl: baseUrlAt(port),
          keys: PassingKeys,
        }),
        ScopesModule.forRoot({
          routes: [
            { path: '/login', scope: 'CLOSED' },
            { path: '/entries', method: 'DELETE', scope: 'ADMIN' },
            { path: '/entries', scope: byMethod },
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

/** No guards at all: a middleware finds the member, and the services check; on Express. */
export async function startLedger(): Promise<RunningHost> {
  const app = await NestFactory.create(LedgerModule.forRoot(), { logger: ['error', 'fatal'] });
  return listening(app, port, { path: '/entries', idOf: (name) => `m-${name}` });
}
