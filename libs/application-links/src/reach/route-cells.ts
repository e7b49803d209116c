import { type Reader } from 'nestjs-drawbridge/oauth-provider';
import { type Cell } from '../csv/csv.js';
import { type AnsweredRoute } from './answered-routes.js';
import { type Reach } from './reach-questions.service.js';
import { conditionWords, reasonWords } from './reach-words.js';

/** The columns of the route report as CSV. Scripts rely on them, so they are the same in every language and in this order. */
export const ROUTE_COLUMNS = [
  'method',
  'path',
  'handler',
  'kind',
  'needs',
  'decided_by',
  'callable',
  'reason',
  'explanation',
] as const;

/** A route as a row of CSV. `explanation` is in the reader's words; everything else is for programs too. */
export function routeCells(one: AnsweredRoute, reach: Reach, reader: Reader): readonly Cell[] {
  const { route, kind, opening, answer } = one;
  const { reason, callable } = answer;
  const words = reason === null ? conditionWords(route.scope, reach) : reasonWords(reason, route.scope, reach);
  return [
    route.method,
    route.path,
    route.handler,
    kind,
    opening,
    route.source,
    callable ? 'yes' : 'no',
    reason,
    words?.(reader) ?? null,
  ];
}
