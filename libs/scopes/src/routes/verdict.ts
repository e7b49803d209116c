import { type Type } from '@nestjs/common';
import { guardsItself } from 'nestjs-drawbridge/host';
import { type Scope } from '../ladder/scope.js';
import { type Handler } from './controllers.js';
import { REQUIRED_SCOPE, type StatedScope } from './require-scope.decorator.js';
import { covers, coversInPart, type DeclaredRoute, judgedBy, type PathRule } from './route-rule.js';

/** What opens a route, and where that was said. */
export interface Verdict {
  /** `null`: closed to applications. */
  readonly scope: Scope | null;
  readonly source: string;
  /** The first rule that covers the route, whether or not it decided. */
  readonly rule: PathRule | undefined;
}

const scopeIn = (verdict: Scope | 'CLOSED'): Scope | null => (verdict === 'CLOSED' ? null : verdict);

/**
 * What a decorator on the method or the class says of a route, else the first rule that covers it, else that its
 * controller guards itself, else nothing.
 *
 * @throws Error when that rule covers only some methods of a route for all of them
 */
export function judge(type: Type, handler: Handler, route: DeclaredRoute, rules: readonly PathRule[]): Verdict {
  const rule = rules.find((candidate) => covers(candidate, route) || coversInPart(candidate, route));
  const stated = statedOn(handler) ?? statedOn(type);
  if (stated) return { scope: scopeIn(stated), source: 'decorator', rule };
  if (!rule) return { scope: null, source: isGuarded(type) ? 'guards itself' : 'no rule', rule };
  if (coversInPart(rule, route)) {
    throw new Error(
      `ScopesModule: the rule for ${rule.method ?? ''} '${rule.path}' covers only a part of ${route.path}, which is declared ` +
        'for all methods. Give the rule no method, or declare the route for each method by itself.',
    );
  }
  return { scope: scopeIn(judgedBy(rule, route)), source: `rule ${rule.path}`, rule };
}

const statedOn = (target: object): StatedScope | undefined =>
  Reflect.getMetadata(REQUIRED_SCOPE, target) as StatedScope | undefined;

const isGuarded = (type: Type): boolean => guardsItself({ getClass: <T>() => type as Type<T> });
