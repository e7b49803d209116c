import { highestOf, type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { type Client } from '../clients/client.entity.js';
import { invalidGrant } from '../errors/oauth.error.js';
import { endOf } from '../families/family-end.js';
import { type Family } from '../families/family.entity.js';
import { type People } from '../people/people.service.js';

/**
 * Checks what codes and refresh tokens have in common: nothing they depend on has ended.
 *
 * @param since when they came, by `performance.now()`
 */
export async function requireStanding(family: Family, people: People, since: number): Promise<void> {
  const fall = await fallOf(family, people, since);
  if (fall !== null) throw invalidGrant(fall);
}

/** Whether a family, its grant, its client and its person are all there and in force. */
export async function stands(family: Family, people: People): Promise<boolean> {
  return family.client?.enabled === true && (await fallOf(family, people)) === null;
}

/** What has ended, in words for the application. Whoever asked in its name has proven it and found it enabled before. */
async function fallOf(family: Family, people: People, since?: number): Promise<string | null> {
  const end = endOf(family);
  if (end !== null) return end;
  if (!family.hasGrant)
    return 'The authorization was withdrawn, by the person or by an administrator. Ask the person again.';
  const person = await people.now(family.userId, since);
  return person?.active ? null : 'The person who authorized this application may not use the wiki any more.';
}

/** The scopes that are left once the link's present settings are counted in. Never more than was granted. */
export function withinRegistration(scopes: readonly Scope[], client: Client): readonly Scope[] {
  return atMost(scopes, highestOf(client.scopes));
}

/** What is left of scopes under a ceiling; nothing where it is `null`, and never more than there was. */
export function atMost(scopes: readonly Scope[], ceiling: Scope | null): readonly Scope[] {
  if (!ceiling || scopes.length === 0) return [];
  const left = scopes.filter((scope) => suffices(ceiling, scope));
  return left.length > 0 ? left : [ceiling];
}
