import { Injectable } from '@nestjs/common';
import { type Level, type Person } from 'nestjs-drawbridge/host';

const levels: Readonly<Record<string, Level>> = {
  reader: 'READ',
  writer: 'WRITE',
  admin: 'ADMIN',
  sysadmin: 'SYSTEM_ADMIN',
};

/** One person for each level; their cookie is `person=` with their id. */
@Injectable()
export class PeopleService {
  private readonly people = new Map<string, Person>(
    Object.entries(levels).map(([userId, level]) => [userId, { userId, displayName: userId, active: true, level }]),
  );

  byId(userId: string): Person | null {
    return this.people.get(userId) ?? null;
  }

  ofCookie(cookie: string | undefined): Person | null {
    const person = this.byId(/(?:^|;\s*)person=(\w+)/.exec(cookie ?? '')?.[1] ?? '');
    return person?.active ? person : null;
  }

  /** Lets a person be otherwise from now on. */
  change(userId: string, changes: Partial<Pick<Person, 'active' | 'level'>>): void {
    const person = this.byId(userId);
    if (person) this.people.set(userId, { ...person, ...changes });
  }
}
