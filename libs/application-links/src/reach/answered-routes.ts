import { type MappedRoute, type Opening, openingOf } from 'nestjs-drawbridge/scopes';
import { type ReachQuery } from './reach-query.js';
import { answerFor, type Asker, type RouteAnswer } from './route-answer.js';
import { kindOfRoute, type RouteKind } from './route-kind.js';
import { sourceOf } from './route-source.js';

/** A route, what opens it, and whether it can be called by whom was asked for. */
export interface AnsweredRoute {
  readonly route: MappedRoute;
  readonly kind: RouteKind;
  readonly opening: Opening;
  readonly answer: RouteAnswer;
}

/** Answers every route, in the order they come in. */
export function answerAll(routes: readonly MappedRoute[], asker: Asker): readonly AnsweredRoute[] {
  return routes.map((route) => ({
    route,
    kind: kindOfRoute(route),
    opening: openingOf(route),
    answer: answerFor(route, asker),
  }));
}

/** Which of the routes a query asks for. */
export type RouteFilter = Pick<ReachQuery, 'scope' | 'kind' | 'source' | 'callable' | 'query'>;

/** Those of the routes that are asked for, in the same order. */
export function wantedOf(routes: readonly AnsweredRoute[], filter: RouteFilter): readonly AnsweredRoute[] {
  const part = filter.query.trim().toLowerCase();
  return routes.filter(({ route, kind, opening, answer }) => {
    if (filter.scope !== null && filter.scope !== opening) return false;
    if (filter.kind !== null && filter.kind !== kind) return false;
    if (filter.source !== null && filter.source !== sourceOf(route)) return false;
    if (filter.callable !== null && answer.callable !== (filter.callable === 'yes')) return false;
    return `${route.method} ${route.path} ${route.handler}`.toLowerCase().includes(part);
  });
}

/** Those that nobody decided about first, else in the same order. */
export function undecidedFirst(routes: readonly AnsweredRoute[]): readonly AnsweredRoute[] {
  const isUndecided = ({ opening }: AnsweredRoute): boolean => opening === 'UNDECIDED';
  return [...routes.filter(isUndecided), ...routes.filter((route) => !isUndecided(route))];
}
