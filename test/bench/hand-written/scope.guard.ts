import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isPublic } from '../peers/public.decorator.js';
import { type LetIn } from './bearer.strategy.js';

/** Asks for the scope of the method. */
@Injectable()
export class ScopeGuard implements CanActivate {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    if (isPublic(this.reflector, context)) return true;
    const { method, user } = context.switchToHttp().getRequest<{ method: string; user: LetIn }>();
    return user.scopes.includes(method === 'GET' ? 'READ' : 'WRITE');
  }
}
