import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { AgentsService } from './agents.service.js';
import { EnvelopeInterceptor } from './envelope.interceptor.js';
import { RolesGuard, SessionGuard } from './guards.js';
import { SignInController } from './helpdesk.controllers.js';

/** Who the agents are, the two guards that stand before everything, and what answers are put into. */
@Module({
  controllers: [SignInController],
  providers: [
    AgentsService,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
    { provide: APP_INTERCEPTOR, useClass: EnvelopeInterceptor },
  ],
  exports: [AgentsService],
})
export class AccessModule {}
