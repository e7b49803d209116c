import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Access, accessOf } from '../access/access.js';
import { type Scope, suffices } from '../ladder/scope.js';
import { RouteMap } from '../routes/route-map.service.js';
import { InsufficientScopeException, type Shortfall } from './insufficient-scope.exception.js';
import { Refusals } from './refusals.js';

/**
 * Lets a request that carries a token through to a handler if its {@link Access} reaches it. Requests without one are
 * none of its business. Register it behind the guard that reads the token.
 */
@Injectable()
export class ScopesGuard implements CanActivate {
  constructor(
    @Inject(RouteMap) private readonly routes: RouteMap,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  /** @throws InsufficientScopeException when the access does not reach the handler. */
  canActivate(context: ExecutionContext): boolean {
    const access = accessOf(this.requestOf(context));
    if (!access) return true;
    const shortfall = this.shortfallOf(access, this.neededBy(context));
    if (!shortfall) return true;
    this.refusals.tell(access, shortfall);
    const refusal = new InsufficientScopeException(shortfall);
    this.challenge(context, refusal.challenge);
    throw refusal;
  }

  /** The object the access was noted on. */
  protected requestOf(context: ExecutionContext): object {
    return context.switchToHttp().getRequest<object>();
  }

  /** The scope that opens the handler, `null` when nothing does. */
  protected neededBy(context: ExecutionContext): Scope | null {
    return this.routes.scopeOf(context.getClass(), context.getHandler());
  }

  /** What is missing, or `null` when nothing is. */
  protected shortfallOf(access: Access, needed: Scope | null): Shortfall | null {
    if (needed === null) return { reason: 'closed' };
    if (access.can(needed)) return null;
    return { reason: suffices(access.scope, needed) ? 'person' : 'scope', needed };
  }

  /** Sends the challenge along with the refusal. */
  protected challenge(context: ExecutionContext, value: string): void {
    context
      .switchToHttp()
      .getResponse<{ header(name: string, value: string): unknown }>()
      .header('WWW-Authenticate', value);
  }
}
