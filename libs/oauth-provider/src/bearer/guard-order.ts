import { type Type } from '@nestjs/common';
import { ScopesGuard } from 'nestjs-drawbridge/scopes';
import { BearerGuard } from './bearer.guard.js';

/** A guard as it is registered: its class, or an object that is one. */
export type RegisteredGuard = Type | object;

const classOf = (guard: RegisteredGuard): Type | undefined =>
  typeof guard === 'function' ? (guard as Type) : (guard.constructor as Type | undefined);

const isOf =
  (wanted: abstract new (...args: never[]) => unknown) =>
  (guard: RegisteredGuard): boolean => {
    const type = classOf(guard);
    return type === wanted || type?.prototype instanceof wanted;
  };

const isBearerGuard = isOf(BearerGuard);
const isScopesGuard = isOf(ScopesGuard);

/** What to write. */
export const theOrder =
  'Register { provide: APP_GUARD, useExisting: BearerGuard } and behind it { provide: APP_GUARD, useExisting: ScopesGuard }.';

/** Whether one of these guards reads access tokens. */
export const readsTokens = (guards: readonly RegisteredGuard[]): boolean => guards.some(isBearerGuard);

/** Why calls must not run behind these guards, which run in this order; `null` when they may. */
export function guardOrderProblem(guards: readonly RegisteredGuard[]): string | null {
  const bearer = guards.findIndex(isBearerGuard);
  const scopes = guards.findLastIndex(isScopesGuard);
  if (bearer < 0 && scopes < 0) return null;
  if (bearer < 0) return `ScopesGuard is registered and BearerGuard is not, so nobody reads access tokens. ${theOrder}`;
  if (scopes < 0)
    return `BearerGuard is registered and ScopesGuard is not, so an application could do all that its person may do. ${theOrder}`;
  if (scopes < bearer)
    return `ScopesGuard runs before BearerGuard, so an application could do all that its person may do. ${theOrder}`;
  return null;
}

/** The names of the guards that may turn an application away before its token is read. */
export function guardsBeforeBearer(guards: readonly RegisteredGuard[]): readonly string[] {
  const bearer = guards.findIndex(isBearerGuard);
  const names = guards.slice(0, Math.max(bearer, 0)).map((guard) => classOf(guard)?.name ?? '');
  return names.map((name) => (['', 'Object'].includes(name) ? 'a guard without a name' : name));
}
