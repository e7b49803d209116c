import { type Scope } from 'nestjs-drawbridge/scopes';
import { type NewEvent } from '../events/provider-event.js';
import { type Family } from '../families/family.entity.js';

/** The event of a step of a family; `scopes` is what its new access token may do. */
export function stepOf<Type extends 'code.exchanged' | 'token.refreshed' | 'token.refresh-repeated'>(
  { clientId, userId, redirectUri }: Family,
  type: Type,
  scopes: readonly Scope[],
) {
  return { type, clientId, userId, details: { scopes, redirectUri } } satisfies NewEvent<Type>;
}
