import { type MappedRoute } from 'nestjs-drawbridge/scopes';

/** Who decided what a route needs: a rule of the host, the handler's own decorator, the route itself, or nobody. */
export const ROUTE_SOURCES = ['RULE', 'DECORATOR', 'ITSELF', 'NOBODY'] as const;

/** One of {@link ROUTE_SOURCES}. */
export type RouteSource = (typeof ROUTE_SOURCES)[number];

/** The rule that decided about a route, as the host wrote it; `null` when none did. */
export const ruleOf = ({ source }: Pick<MappedRoute, 'source'>): string | null =>
  /^rule (.*)$/s.exec(source)?.[1] ?? null;

/** Who decided about a line of the route report. */
export function sourceOf(route: Pick<MappedRoute, 'source'>): RouteSource {
  if (ruleOf(route) !== null) return 'RULE';
  if (route.source === 'decorator') return 'DECORATOR';
  return route.source === 'no rule' ? 'NOBODY' : 'ITSELF';
}
