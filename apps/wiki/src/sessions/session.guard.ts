import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { guardsItself } from 'nestjs-drawbridge/host';
import { PeopleService } from '../people/people.service.js';
import { publicMark } from './public.decorator.js';
import { SessionsService } from './sessions.service.js';
import { carriesToken, type WikiRequest } from './wiki-request.js';

/**
 * Finds out who calls: the person of the session, unless an authentication that ran before has said so already; then the
 * cookie is not even read. Lets nobody else pass but to routes that are public or guard themselves.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WikiRequest>();
    if (!request.user && !carriesToken(request)) await this.signIn(request);
    if (request.user || this.isOpen(context)) return true;
    throw new UnauthorizedException('Sign in first.');
  }

  private async signIn(request: WikiRequest): Promise<void> {
    const session = await this.sessions.of(request);
    const user = session && (await this.people.signedInUser(session.personId));
    if (!user) return;
    request.user = user;
    request.wikiSession = session;
  }

  private isOpen(context: ExecutionContext): boolean {
    const isPublic = this.reflector.getAllAndOverride<boolean>(publicMark, [context.getHandler(), context.getClass()]);
    return isPublic || guardsItself(context);
  }
}
