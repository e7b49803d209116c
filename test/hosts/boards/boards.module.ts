import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { MercuriusDriver, type MercuriusDriverConfig } from '@nestjs/mercurius';
import { BoardsController } from './boards.controller.js';
import { BoardsResolver } from './boards.resolver.js';
import { BoardsService } from './boards.service.js';
import { LiveGateway } from './live.gateway.js';
import { PeopleModule } from './people.module.js';
import { SignInController } from './sign-in.controller.js';

/** The boards themselves. */
@Module({
  imports: [
    PeopleModule,
    GraphQLModule.forRoot<MercuriusDriverConfig>({
      driver: MercuriusDriver,
      autoSchemaFile: true,
      useGlobalPrefix: true,
      subscription: true,
      allowBatchedQueries: true,
    }),
  ],
  controllers: [BoardsController, SignInController],
  providers: [BoardsService, BoardsResolver, LiveGateway],
  exports: [BoardsService],
})
export class BoardsModule {}
