import { type Person } from '../people/person.entity.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { type PersonModel } from './person.page.js';

/** A person with their level and groups, as pages show them. */
export const personModel = (person: Person, user: SignedInUser | undefined): PersonModel => ({
  username: person.username,
  displayName: person.displayName,
  active: person.active,
  createdAt: person.createdAt,
  level: user?.level ?? null,
  groups: user?.groups ?? [],
});
