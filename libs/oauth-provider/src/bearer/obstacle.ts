import { type Person } from 'nestjs-drawbridge/host';
import { Access, highestOf, lowerOf, type Scope } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { type Grant } from '../grants/grant.entity.js';

/** Why no token of an application is let in for a person, however good the token itself is. */
export type Obstacle = 'link-deleted' | 'not-authorized' | 'link-disabled' | 'person-inactive' | 'nothing-granted';

/** The rows above a token; without a value when they are gone. */
export interface RowsAbove {
  readonly client?: Client | null;
  readonly grant?: Grant | null;
}

/** The rows above a token, when all of them stand. */
export function standingRows({
  client,
  grant,
}: RowsAbove): { readonly client: Client; readonly grant: Grant } | Obstacle {
  if (!client) return 'link-deleted';
  if (!grant) return 'not-authorized';
  return client.enabled ? { client, grant } : 'link-disabled';
}

/** What scopes that were given to a client let it do for a person, as the link is registered and the person stands now. */
export function accessUnder(
  { id: clientId, scopes: registered }: Pick<Client, 'id' | 'scopes'>,
  given: readonly Scope[],
  person: Person | null,
): Access | Obstacle {
  if (!person?.active) return 'person-inactive';
  const scope = lowerOf(highestOf(given), highestOf(registered));
  if (!scope) return 'nothing-granted';
  return new Access({ clientId, userId: person.userId, scope, personLevel: person.level });
}
