import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  SetMetadata,
  UnauthorizedException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Request } from 'express';
import { guardsItself } from 'nestjs-drawbridge/host';
import { type Agent, AgentsService, type Role } from './agents.service.js';

/** A request with its session and whose it is. */
export type HelpdeskRequest = Omit<Request, 'session' | 'user'> & {
  readonly session: { readonly id: string; agentId?: string };
  user?: Agent;
};

/** Lets everybody in. */
export const Public = () => SetMetadata('helpdesk:public', true);

/** Lets in who has this role. */
export const Roles = (role: Role) => SetMetadata('helpdesk:role', role);

/** Turns away who is not signed in. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly agents: AgentsService,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (guardsItself(context)) return true;
    if (this.reflector.getAllAndOverride<boolean>('helpdesk:public', [context.getHandler(), context.getClass()]))
      return true;
    const request = context.switchToHttp().getRequest<HelpdeskRequest>();
    request.user ??= this.agents.byId(request.session.agentId);
    if (!request.user) throw new UnauthorizedException('Sign in first.');
    return true;
  }
}

/** Turns away who lacks the role that a handler names. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const role = this.reflector.get<Role | undefined>('helpdesk:role', context.getHandler());
    return !role || (context.switchToHttp().getRequest<HelpdeskRequest>().user?.roles.includes(role) ?? false);
  }
}
