import { Injectable } from '@nestjs/common';
import { type Person } from 'nestjs-drawbridge/host';
import { UsersOneByOne } from '../../support/users-one-by-one.js';
import { PeopleService } from '../people.service.js';
import { levelOf } from './role-at.js';

/** Tells the libraries about the people of the boards. */
@Injectable()
export class BoardsUsers extends UsersOneByOne {
  constructor(private readonly people: PeopleService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const person = this.people.byId(userId);
    return person ? { userId, displayName: person.name, active: person.active, level: levelOf(person.role) } : null;
  }
}
