import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type BoardsPerson, roles } from './person.js';

/** The people and who is signed in. One for each role, named and with a password like it. */
@Injectable()
export class PeopleService {
  private readonly people = new Map(roles.map((role) => [role, { id: `p-${role}`, name: role, role, active: true }]));
  private readonly sessions = new Map<string, string>();

  byId(id: string): BoardsPerson | undefined {
    return [...this.people.values()].find((person) => person.id === id);
  }

  change(name: string, changes: Partial<Pick<BoardsPerson, 'role' | 'active'>>): void {
    const person = [...this.people.values()].find((each) => each.name === name);
    if (person) Object.assign(person, changes);
  }

  /** Answers a new session, or nothing when name and password do not fit. */
  signIn(name: string, password: string): string | undefined {
    const person = [...this.people.values()].find((each) => each.name === name && each.name === password);
    if (!person?.active) return undefined;
    const session = randomUUID();
    this.sessions.set(session, person.id);
    return session;
  }

  /** Who a request's cookie belongs to, and in which session. */
  ofCookie(cookie: string | undefined): { readonly session: string; readonly person: BoardsPerson } | undefined {
    const session = /(?:^|;\s*)boards=([^;]+)/.exec(cookie ?? '')?.[1] ?? '';
    const person = this.byId(this.sessions.get(session) ?? '');
    return person?.active ? { session, person } : undefined;
  }
}
