import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { guardsItself } from 'nestjs-drawbridge/host';
import { publicMark, roleMark } from './access.decorators.js';
import { requestOf } from './boards-request.js';
import { PeopleService } from './people.service.js';
import { includes, type Role } from './person.js';

/** Finds out who calls, over HTTP, GraphQL or a socket, and whether their role suffices. */
@Injectable()
export class SignInGuard implements CanActivate {
  constructor(
    private readonly people: PeopleService,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (guardsItself(context)) return true;
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean | undefined>(publicMark, places)) return true;
    const request = requestOf(context);
    const person = request?.user ?? this.people.ofCookie(request?.headers.cookie)?.person;
    if (!request || !person) throw new UnauthorizedException('Sign in first.');
    request.user = person;
    return includes(person.role, this.reflector.getAllAndOverride<Role | undefined>(roleMark, places) ?? 'viewer');
  }
}
