import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BenchController } from '../host/bench.controller.js';
import { PeerStore } from '../peers/peer-store.js';
import { AccessToken } from './access-token.entity.js';
import { AppClient } from './app-client.entity.js';
import { AppUser } from './app-user.entity.js';
import { AuthorizationCode } from './authorization-code.entity.js';
import { BearerAuthGuard } from './bearer-auth.guard.js';
import { BearerStrategy } from './bearer.strategy.js';
import { ClientsService } from './clients.service.js';
import { HandWrittenStore } from './hand-written.store.js';
import { RefreshToken } from './refresh-token.entity.js';
import { ScopeGuard } from './scope.guard.js';
import { TokenController } from './token.controller.js';
import { TokensService } from './tokens.service.js';

const entities = [AppClient, AppUser, AccessToken, RefreshToken, AuthorizationCode];

/** The measured route behind what somebody writes who uses no provider. */
@Module({})
export class HandWrittenModule {
  static of(url: string): DynamicModule {
    return {
      module: HandWrittenModule,
      imports: [
        TypeOrmModule.forRoot({ type: 'postgres', url, entities, synchronize: true }),
        TypeOrmModule.forFeature(entities),
      ],
      controllers: [BenchController, TokenController],
      providers: [
        BearerStrategy,
        ClientsService,
        TokensService,
        { provide: PeerStore, useClass: HandWrittenStore },
        { provide: APP_GUARD, useClass: BearerAuthGuard },
        { provide: APP_GUARD, useClass: ScopeGuard },
      ],
    };
  }
}
