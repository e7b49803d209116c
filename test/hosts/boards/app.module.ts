import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BearerGuard } from 'nestjs-drawbridge/oauth-provider';
import { ScopesGuard } from 'nestjs-drawbridge/scopes';
import { BoardsModule } from './boards.module.js';
import { DrawbridgeModule } from './drawbridge/drawbridge.module.js';
import { PeopleModule } from './people.module.js';
import { SignInGuard } from './sign-in.guard.js';

/** The boards as an application. */
@Module({})
export class AppModule {
  static forRoot(): DynamicModule {
    return {
      module: AppModule,
      imports: [PeopleModule, BoardsModule, DrawbridgeModule.forRoot()],
      providers: [
        { provide: APP_GUARD, useExisting: BearerGuard },
        { provide: APP_GUARD, useExisting: ScopesGuard },
        { provide: APP_GUARD, useClass: SignInGuard },
      ],
    };
  }
}
