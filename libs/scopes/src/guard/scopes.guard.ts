import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { type Access } from '../access/access.js';
import { accessIn, kindOf } from '../context/call.js';
import { refusalIn } from '../context/refusal-in.js';
import { type Scope } from '../ladder/scope.js';
import { RouteMap } from '../routes/route-map.service.js';
import { InsufficientScopeException, type Shortfall, shortfallOf } from './insufficient-scope.exception.js';
import { Limits } from './limits.service.js';
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
    @Inject(Limits) private readonly limits: Limits,
  ) {}

  /**
   * `false` for calls of kinds that are not known, which no access reaches. A promise only where the host has limits of its own.
   *
   * @throws InsufficientScopeException when the access does not reach the handler; in a gateway its `WsException`.
   */
  canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    const access = this.accessIn(context);
    if (!access) return true;
    if (kindOf(context) === 'other') return false;
    const shortfall = this.shortfallOf(access, this.neededBy(context)) ?? this.limitOf(context, access);
    if (shortfall instanceof Promise) return shortfall.then((found) => this.passUnless(found, context, access));
    return this.passUnless(shortfall, context, access);
  }

  private passUnless(shortfall: Shortfall | null, context: ExecutionContext, access: Access): true {
    if (!shortfall) return true;
    this.refusals.tell(access, shortfall, this.routes.nameOf(context.getClass(), context.getHandler()));
    const refusal = new InsufficientScopeException(shortfall);
    if (kindOf(context) === 'http') this.challenge(context, refusal.challenge);
    throw refusalIn(context, refusal);
  }

  /** What the call was let in with. */
  protected accessIn(context: ExecutionContext): Access | undefined {
    return accessIn(context);
  }

  /** The scope that opens the handler, `null` when nothing does. */
  protected neededBy(context: ExecutionContext): Scope | null {
    return this.routes.scopeOf(context.getClass(), context.getHandler());
  }

  /** What is missing, or `null` when nothing is. */
  protected shortfallOf(access: Access, needed: Scope | null): Shortfall | null {
    return shortfallOf(access, needed);
  }

  /** What the host's own limits say, once nothing is missing. */
  protected limitOf(context: ExecutionContext, access: Access): Shortfall | null | Promise<Shortfall | null> {
    return this.limits.shortfallIn(context, access);
  }

  /** Sends the challenge along with the refusal. */
  protected challenge(context: ExecutionContext, value: string): void {
    context
      .switchToHttp()
      .getResponse<{ header(name: string, value: string): unknown }>()
      .header('WWW-Authenticate', value);
  }
}
