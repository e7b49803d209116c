import { Injectable } from '@nestjs/common';
import { type Person, Users } from 'nestjs-drawbridge/host';
import { PeopleService } from '../people.service.js';
import { levelOf } from './role-at.js';

/** Tells the libraries about the people of the boards. */
@Injectable()
export class BoardsUsers extends Users {
  constructor(private readonly people: PeopleService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const person = this.people.byId(userId);
    return person ? { userId, displayName: person.name, active: person.active, level: levelOf(person.role) } : null;
  }

  async byIds(userIds: readonly string[]): Promise<readonly Person[]> {
    const people = await Promise.all(userIds.map((userId) => this.byId(userId)));
    return people.filter((person) => person !== null);
  }
}
