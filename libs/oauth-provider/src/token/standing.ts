import { type Users } from 'nestjs-drawbridge/host';
import { highestOf, type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { invalidGrant } from '../errors/oauth.error.js';
import { endOf } from '../families/family-end.js';
import { type Family } from '../families/family.entity.js';

/** Checks what codes and refresh tokens have in common: nothing they depend on has ended. */
export async function requireStanding(family: Family, users: Users): Promise<void> {
  const end = endOf(family);
  if (end !== null) throw invalidGrant(end);
  if (!family.grant) throw invalidGrant('The person withdrew this authorization. Ask them again.');
  const person = await users.byId(family.userId);
  if (!person?.active) throw invalidGrant('The person who authorized this application may not use the wiki any more.');
}

/** The scopes that are left once the link's present settings are counted in. Never more than was granted. */
export function withinRegistration(scopes: readonly Scope[], client: Client): readonly Scope[] {
  const ceiling = highestOf(client.scopes);
  if (!ceiling) return [];
  const left = scopes.filter((scope) => suffices(ceiling, scope));
  return left.length > 0 ? left : [ceiling];
}
