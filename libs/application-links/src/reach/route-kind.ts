import { type MappedRoute } from 'nestjs-drawbridge/scopes';

/** The kinds of what applications can call: HTTP routes, GraphQL fields, WebSocket gateways. */
export const ROUTE_KINDS = ['REST', 'GRAPHQL', 'GATEWAY'] as const;

/** One of {@link ROUTE_KINDS}. */
export type RouteKind = (typeof ROUTE_KINDS)[number];

/** The kind of a line of the route report. Fields are the only ones without a path. */
export function kindOfRoute({ method, path }: Pick<MappedRoute, 'method' | 'path'>): RouteKind {
  if (method === 'CONNECT' || method === 'MESSAGE') return 'GATEWAY';
  return path.startsWith('/') ? 'REST' : 'GRAPHQL';
}
