import { type DynamicModule, Module } from '@nestjs/common';
import { ApplicationLinksModule } from 'nestjs-drawbridge/application-links';
import { HostModule } from 'nestjs-drawbridge/host';
import { OAuthProviderModule } from 'nestjs-drawbridge/oauth-provider';
import { byMethod, byOperation, ScopesModule } from 'nestjs-drawbridge/scopes';
import { embeddedDatabase } from '../../support/embedded-database.js';
import { MineModule } from '../mine/mine.module.js';
import { PeopleModule } from '../people.module.js';
import { ProjectsModule } from '../projects/projects.module.js';
import { BoardsCurrentUser } from './boards-current-user.js';
import { BoardsLimits } from './boards-limits.js';
import { BoardsBaseUrl, BoardsKeys } from './boards-settings.js';
import { BoardsUsers } from './boards-users.js';

/** Lets external applications into the boards. */
@Module({})
export class DrawbridgeModule {
  static forRoot(): DynamicModule {
    return {
      module: DrawbridgeModule,
      imports: [
        MineModule,
        ProjectsModule,
        embeddedDatabase(),
        HostModule.forRoot({
          imports: [PeopleModule, ProjectsModule],
          currentUser: BoardsCurrentUser,
          users: BoardsUsers,
          baseUrl: BoardsBaseUrl,
          keys: BoardsKeys,
          limits: BoardsLimits,
        }),
        ScopesModule.forRoot({
          routes: [
            { path: '/login', scope: 'CLOSED' },
            { path: ['/cards/*', '/mine', '/projects/*'], scope: byMethod },
          ],
          graphql: [
            { field: 'Query.secrets', scope: 'CLOSED' },
            { field: 'Mutation.archive', scope: 'ADMIN' },
            { field: '*', scope: byOperation },
          ],
          gateways: [
            { gateway: '/live', message: 'board.clear', scope: 'CLOSED' },
            { gateway: '/live', message: 'board.*', scope: 'ADMIN' },
            { gateway: '/live', message: 'cards.add', scope: 'WRITE' },
            { gateway: '/live', scope: 'READ' },
          ],
        }),
        OAuthProviderModule.forRoot({ allowInsecureHttp: true }),
        ApplicationLinksModule.forRoot(),
      ],
    };
  }
}
