import { RequestMethod } from '@nestjs/common';
import { type Scope } from '../ladder/scope.js';

/** Decides the scope from the method a route is declared with. */
export type ScopeByMethod = (method: RequestMethod) => Scope;

/** Safe methods (RFC 9110 §9.2.1) need READ, all others, `@All()` included, need WRITE. */
export const byMethod: ScopeByMethod = (method) =>
  [RequestMethod.GET, RequestMethod.HEAD, RequestMethod.OPTIONS].includes(method) ? 'READ' : 'WRITE';

/** Opens declared routes to applications. The first rule that matches a route decides. */
export interface RouteRule {
  /**
   * A route path as the controllers declare it, below the path that `RouterModule` gave their module, without global
   * prefix or version. `*` stands for one segment, a `*` at the end for everything from there on, nothing included:
   * `/rest/api/*` covers `/rest/api` and all below it. Several paths share a rule as several rules in their order would.
   */
  readonly path: string | readonly string[];
  /** Limits the rule to routes that are declared for one method. HEAD is answered by GET. Default: all. */
  readonly method?: Exclude<keyof typeof RequestMethod, 'ALL'>;
  /** The scope that opens the route, {@link byMethod}, or `'CLOSED'` for none. */
  readonly scope: Scope | ScopeByMethod | 'CLOSED';
}

/** A route as a controller declares it. */
export interface DeclaredRoute {
  readonly path: string;
  readonly method: RequestMethod;
}

/** A rule for one path. */
export type PathRule = RouteRule & { readonly path: string };

/** The same rules with one path each. */
export function perPath(rules: readonly RouteRule[]): readonly PathRule[] {
  return rules.flatMap((rule) => [rule.path].flat().map((path) => ({ ...rule, path })));
}

const known = new WeakMap<object, readonly string[]>();

/** Every rule meets every route, so each path is taken apart once. */
function segmentsOf(place: { readonly path: string }): readonly string[] {
  const segments = known.get(place) ?? place.path.split('/').filter((segment) => segment !== '');
  known.set(place, segments);
  return segments;
}

/** Whether a rule covers a declared route. */
export function covers(rule: PathRule, route: DeclaredRoute): boolean {
  return (!rule.method || RequestMethod[rule.method] === route.method) && coversPath(rule, route);
}

/** Whether a rule is for some methods of a route that is declared for all of them. */
export function coversInPart(rule: PathRule, route: DeclaredRoute): boolean {
  return rule.method !== undefined && route.method === RequestMethod.ALL && coversPath(rule, route);
}

function coversPath(rule: PathRule, route: DeclaredRoute): boolean {
  const wanted = segmentsOf(rule);
  const given = segmentsOf(route);
  const openEnded = wanted.at(-1) === '*';
  const fixed = openEnded ? wanted.length - 1 : wanted.length;
  if (openEnded ? given.length < fixed : given.length !== fixed) return false;
  return wanted.every((segment, index) => segment === '*' || segment === given[index]);
}

/** What a rule says of a route it covers. */
export function judgedBy(rule: PathRule, route: DeclaredRoute): Scope | 'CLOSED' {
  return typeof rule.scope === 'function' ? rule.scope(route.method) : rule.scope;
}
