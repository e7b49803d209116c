import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { BoardsModule } from './boards.module.js';
import { PeopleModule } from './people.module.js';
import { SignInGuard } from './sign-in.guard.js';

/** The boards as an application. */
@Module({})
export class AppModule {
  static forRoot(): DynamicModule {
    return {
      module: AppModule,
      imports: [PeopleModule, BoardsModule],
      providers: [{ provide: APP_GUARD, useClass: SignInGuard }],
    };
  }
}
