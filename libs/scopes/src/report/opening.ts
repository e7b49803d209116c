import { type Scope } from '../ladder/scope.js';
import { type MappedRoute } from '../routes/mapped-route.js';

/** What opens a route to applications. Both `CLOSED` and `UNDECIDED` routes are closed; nobody has said so of the latter. */
export type Opening = Scope | 'CLOSED' | 'UNDECIDED';

/** What opens a route. */
export function openingOf({ scope, source }: Pick<MappedRoute, 'scope' | 'source'>): Opening {
  return source === 'no rule' ? 'UNDECIDED' : (scope ?? 'CLOSED');
}
