import { type Client, type Prospect } from 'nestjs-drawbridge/oauth-provider';
import { highestOf, type MappedRoute, openingOf, type Scope, shortfallOf, suffices } from 'nestjs-drawbridge/scopes';

/** For which application it is asked, `null` for any, and what it would be let in with. */
export interface Asker {
  readonly client: Pick<Client, 'scopes'> | null;
  readonly prospect: Prospect;
}

/**
 * Why a route cannot be called: it is closed; the link, the person's yes or the person does not reach that far; or it
 * could be called, were it not for an obstacle.
 */
export type Reason =
  | 'closed'
  | 'undecided'
  | 'scope-of-link'
  | 'scope-of-authorization'
  | 'level-of-person'
  | NonNullable<Prospect['obstacle']>;

/** Whether a route can be called; the reason when it cannot, else `null`. */
export interface RouteAnswer {
  readonly callable: boolean;
  readonly reason: Reason | null;
}

/** Asks the judgement that stands before every route. */
export function answerFor(route: Pick<MappedRoute, 'scope' | 'source'>, asker: Asker): RouteAnswer {
  const reason = reasonAgainst(route, asker);
  return { callable: reason === null, reason };
}

function reasonAgainst(route: Pick<MappedRoute, 'scope' | 'source'>, { client, prospect }: Asker): Reason | null {
  const { access, obstacle } = prospect;
  if (!access) return route.scope === null ? closedBy(route) : (obstacle ?? 'nothing-granted');
  const shortfall = shortfallOf(access, route.scope);
  if (!shortfall) return obstacle;
  if (shortfall.reason === 'closed') return closedBy(route);
  if (shortfall.reason === 'person') return 'level-of-person';
  return isRegisteredFor(client, shortfall.needed) ? 'scope-of-authorization' : 'scope-of-link';
}

const closedBy = (route: Pick<MappedRoute, 'scope' | 'source'>): Reason =>
  openingOf(route) === 'UNDECIDED' ? 'undecided' : 'closed';

function isRegisteredFor(client: Asker['client'], needed: Scope): boolean {
  const highest = client && highestOf(client.scopes);
  return highest !== null && suffices(highest, needed);
}
