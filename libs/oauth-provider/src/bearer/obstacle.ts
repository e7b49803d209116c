import { type Person } from 'nestjs-drawbridge/host';
import { Access } from 'nestjs-drawbridge/scopes';
import { type FamilyState } from '../families/family-state.js';

/** Why no token of an application is let in for a person, however good the token itself is. */
export type Obstacle = 'link-deleted' | 'not-authorized' | 'link-disabled' | 'person-inactive' | 'nothing-granted';

/** Why a token is not let in, whoever its person is; `null` when what stands above it is in force. */
export function obstacleAbove({ client, hasGrant }: Pick<FamilyState, 'client' | 'hasGrant'>): Obstacle | null {
  if (client === 'gone') return 'link-deleted';
  if (!hasGrant) return 'not-authorized';
  return client === 'disabled' ? 'link-disabled' : null;
}

/** What a token lets a client do for a person, as the link is registered and the person stands now. */
export function accessUnder(
  { clientId, userId, scope }: Pick<FamilyState, 'clientId' | 'userId' | 'scope'>,
  person: Pick<Person, 'active' | 'level'> | null,
): Access | Obstacle {
  if (!person?.active) return 'person-inactive';
  if (!scope) return 'nothing-granted';
  return new Access({ clientId, userId, scope, personLevel: person.level });
}
