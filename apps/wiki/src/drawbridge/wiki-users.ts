import { Injectable } from '@nestjs/common';
import { type Person, Users } from 'nestjs-drawbridge/host';
import { PeopleService } from '../people/people.service.js';

/** Tells the libraries about the wiki's people. */
@Injectable()
export class WikiUsers extends Users {
  constructor(private readonly people: PeopleService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const [person] = await this.byIds([userId]);
    return person ?? null;
  }

  override async search(text: string, limit: number): Promise<readonly Person[]> {
    const people = await this.people.search(text, limit);
    return this.byIds(people.map(({ id }) => id));
  }

  async byIds(userIds: readonly string[]): Promise<readonly Person[]> {
    const people = await this.people.byIds(userIds);
    const leveled = await this.people.withLevels([...people.values()]);
    return leveled.map(({ id, displayName, level }) => ({
      userId: id,
      displayName,
      active: people.get(id)?.active ?? false,
      level,
    }));
  }
}
