import { Body, Controller, Delete, Get, HttpCode, Post, Req, UnauthorizedException } from '@nestjs/common';
import { AgentsService } from './agents.service.js';
import { type HelpdeskRequest, Public, Roles } from './guards.js';

/** Tickets, and who opened them. */
@Controller('tickets')
export class TicketsController {
  @Get()
  list(@Req() { user }: HelpdeskRequest): { readonly as: string | undefined } {
    return { as: user?.login };
  }

  @Post()
  @Roles('dispatcher')
  open(@Req() { user }: HelpdeskRequest): { readonly as: string | undefined } {
    return { as: user?.login };
  }

  @Delete()
  @Roles('supervisor')
  clear(@Req() { user }: HelpdeskRequest): { readonly as: string | undefined } {
    return { as: user?.login };
  }
}

/** Where agents sign in. */
@Controller('login')
@Public()
export class SignInController {
  constructor(private readonly agents: AgentsService) {}

  @Post()
  @HttpCode(204)
  signIn(@Body() { name, password }: Record<string, string>, @Req() request: HelpdeskRequest): void {
    const agent = this.agents.byLogin(name ?? '');
    if (!agent || agent.login !== password) throw new UnauthorizedException('Name and password do not fit.');
    request.session.agentId = agent.id;
  }
}
