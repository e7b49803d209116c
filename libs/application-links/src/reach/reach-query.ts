import { type Opening, SCOPES } from 'nestjs-drawbridge/scopes';
import { choiceIn, type Slice, textIn } from '../rest/query-parameters.js';
import { ROUTE_KINDS, type RouteKind } from './route-kind.js';
import { ROUTE_SOURCES, type RouteSource } from './route-source.js';

/** What a route may be asked to need, in the order of the report. */
export const OPENINGS: readonly Opening[] = [...SCOPES, 'CLOSED', 'UNDECIDED'];

/** Which routes are asked for, and for whom. */
export interface ReachQuery extends Slice {
  /** The application; empty for any. */
  readonly clientId: string;
  /** The person it acts for; empty for anybody. */
  readonly userId: string;
  readonly scope: Opening | null;
  readonly kind: RouteKind | null;
  /** Who decided about it. */
  readonly source: RouteSource | null;
  readonly callable: 'yes' | 'no' | null;
  /** Part of method, path and handler, in any case; empty for all. */
  readonly query: string;
}

/** What is asked for. @throws BadRequestException that names the parameter that is wrong */
export function reachQueryIn(given: unknown, slice: Slice): ReachQuery {
  return {
    clientId: textIn(given, 'clientId'),
    userId: textIn(given, 'userId'),
    scope: choiceIn(given, 'scope', OPENINGS),
    kind: choiceIn(given, 'kind', ROUTE_KINDS),
    source: choiceIn(given, 'source', ROUTE_SOURCES),
    callable: choiceIn(given, 'callable', ['yes', 'no']),
    query: textIn(given, 'query'),
    ...slice,
  };
}
