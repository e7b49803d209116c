import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AgentsService } from './agents.service.js';
import { RolesGuard, SessionGuard } from './guards.js';
import { SignInController } from './helpdesk.controllers.js';

/** Who the agents are, and the two guards that stand before everything. */
@Module({
  controllers: [SignInController],
  providers: [
    AgentsService,
    { provide: APP_GUARD, useClass: SessionGuard },
    { provide: APP_GUARD, useClass: RolesGuard },
  ],
  exports: [AgentsService],
})
export class AccessModule {}
