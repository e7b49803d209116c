import { Inject, Injectable } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';

/** How people are shown, several at once. */
@Injectable()
export class PeopleNames {
  constructor(@Inject(Users) private readonly users: Users) {}

  /** The display name by id. Whoever is gone is left out, and so is nobody. */
  async of(userIds: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(userIds.filter((id) => id !== null))];
    const people = wanted.length === 0 ? [] : await this.users.byIds(wanted);
    return new Map(people.map(({ userId, displayName }) => [userId, displayName]));
  }
}
