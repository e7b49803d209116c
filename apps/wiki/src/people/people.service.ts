import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { randomBytes } from 'node:crypto';
import { DataSource, type EntityManager, In } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { GroupMembership } from '../groups/group-membership.entity.js';
import { Session } from '../sessions/session.entity.js';
import { groupOfLevel, levelOf, reaches } from './level.js';
import { PasswordsService } from './passwords.service.js';
import { PersonChanges } from './person-changes.service.js';
import { Person } from './person.entity.js';
import { type SignedInUser } from './signed-in-user.js';
import { WrongPasswordException } from './wrong-password.exception.js';

/** What a new account needs. `username` is 1 to 64 of a-z, 0-9, dot, dash, underscore and @. */
export interface NewPerson {
  readonly username: string;
  readonly displayName: string;
  readonly password: string;
  readonly email?: string | null;
}

/** The accounts of the wiki, and who may sign in. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly database: DataSource,
    private readonly passwords: PasswordsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly changes: PersonChanges,
  ) {}

  /** The person with this id, active or not; `null` when there is none. */
  async byId(id: string): Promise<Person | null> {
    return this.database.manager.findOneBy(Person, { id });
  }

  /** Several people at once, keyed by id; unknown ids are left out. */
  async byIds(ids: Iterable<string>): Promise<ReadonlyMap<string, Person>> {
    const people = await this.database.manager.findBy(Person, { id: In([...new Set(ids)]) });
    return new Map(people.map((person) => [person.id, person]));
  }

  /** The person with this username, active or not; `null` when there is none. */
  async withUsername(username: string, manager: EntityManager = this.database.manager): Promise<Person | null> {
    return manager.findOneBy(Person, { username: username.toLowerCase() });
  }

  /** @throws NotFoundException */
  async byUsername(username: string, manager: EntityManager = this.database.manager): Promise<Person> {
    const person = await this.withUsername(username, manager);
    if (!person) throw new NotFoundException(`There is no person with the username ${username}.`);
    return person;
  }

  /** Everybody, by username. */
  async list(slice: Slice): Promise<Listing<Person>> {
    const rows = await this.database.manager.find(Person, {
      order: { username: 'ASC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }

  /** Those with a text in their username or display name, in any case; by username, at most `limit`. */
  async search(text: string, limit: number): Promise<readonly Person[]> {
    const part = `%${text.replace(/[!%_]/g, '!$&')}%`;
    return this.database.manager
      .createQueryBuilder(Person, 'person')
      .where(`person.username LIKE LOWER(:part) ESCAPE '!'`, { part })
      .orWhere(`LOWER(person.displayName) LIKE LOWER(:part) ESCAPE '!'`)
      .orWhere(`person.displayName LIKE :part ESCAPE '!'`)
      .orderBy('person.username', 'ASC')
      .limit(limit)
      .getMany();
  }

  /** How many accounts there are. */
  async count(): Promise<number> {
    return this.database.manager.count(Person);
  }

  /** The person as a request carries them, with the level they hold now; `null` when unknown or inactive. */
  async signedInUser(id: string): Promise<SignedInUser | null> {
    const person = await this.byId(id);
    return person?.active ? (await this.withLevels([person]))[0]! : null;
  }

  /** The same people with their groups and levels, in the same order, inactive ones too. */
  async withLevels(people: readonly Person[]): Promise<readonly SignedInUser[]> {
    const memberships = await this.database.manager.findBy(GroupMembership, {
      personId: In(people.map(({ id }) => id)),
    });
    return people.map(({ id, username, displayName, language, timeZone }) => {
      const groups = memberships.filter(({ personId }) => personId === id).map(({ groupName }) => groupName);
      return { id, username, displayName, groups: groups.sort(), level: levelOf(groups), language, timeZone };
    });
  }

  /** The active person with this name and password, else `null`; takes equally long either way. */
  async authenticate(username: string, password: string): Promise<Person | null> {
    const person = await this.database.manager.findOneBy(Person, { username: username.toLowerCase() });
    const isRight = await this.passwords.matches(password, person?.passwordHash);
    return isRight && person?.active ? person : null;
  }

  /** Makes an account in the group `wiki-users`. @throws ConflictException when the username is taken. */
  async create(newPerson: NewPerson, actor: SignedInUser): Promise<Person> {
    const person = await this.prepare(newPerson);
    return this.database.transaction(async (manager) => {
      if (await manager.existsBy(Person, { username: person.username }))
        throw new ConflictException(`The username ${person.username} is taken.`);
      await manager.insert(Person, person);
      await manager.insert(GroupMembership, { personId: person.id, groupName: groupOfLevel.READ });
      await this.audit.write(
        { actorId: actor.id, category: 'People', summary: 'Person created', affected: person.username },
        manager,
      );
      return person;
    });
  }

  /** A person who is not stored yet. */
  async prepare(newPerson: NewPerson): Promise<Person> {
    return Object.assign(new Person(), {
      id: randomBytes(16).toString('hex'),
      username: newPerson.username.toLowerCase(),
      displayName: newPerson.displayName,
      email: newPerson.email ?? null,
      passwordHash: await this.passwords.hash(newPerson.password),
      active: true,
      createdAt: this.clock.now(),
      language: null,
      timeZone: null,
    });
  }

  /**
   * Lets somebody sign in again, or ends their sessions and keeps them out.
   * @throws NotFoundException
   * @throws BadRequestException when it is the actor themselves.
   * @throws ForbiddenException when the person stands higher than the actor.
   */
  async setActive(username: string, active: boolean, actor: SignedInUser): Promise<Person> {
    const changed = await this.database.transaction(async (manager) => {
      const person = await this.personBelow(username, actor, manager);
      await manager.update(Person, { id: person.id }, { active });
      if (!active) await manager.delete(Session, { personId: person.id });
      const summary = active ? 'Person enabled' : 'Person disabled';
      await this.audit.write({ actorId: actor.id, category: 'People', summary, affected: person.username }, manager);
      await this.changes.changing(manager, person.id);
      return Object.assign(person, { active });
    });
    if (!active) await this.changes.changed();
    return changed;
  }

  /** Gives somebody a new password and ends their sessions. Throws as `setActive` does. */
  async resetPassword(username: string, password: string, actor: SignedInUser): Promise<void> {
    const passwordHash = await this.passwords.hash(password);
    await this.database.transaction(async (manager) => {
      const person = await this.personBelow(username, actor, manager);
      await manager.update(Person, { id: person.id }, { passwordHash });
      await manager.delete(Session, { personId: person.id });
      await this.audit.write(
        { actorId: actor.id, category: 'People', summary: 'Password reset', affected: person.username },
        manager,
      );
    });
  }

  /**
   * Changes one's own password, and ends one's other sessions.
   * @throws WrongPasswordException also when it was changed in the meantime.
   */
  async changePassword(user: SignedInUser, current: string, next: string, keepSession: string | null): Promise<void> {
    const proven = await this.authenticate(user.username, current);
    if (!proven) throw new WrongPasswordException();
    const passwordHash = await this.passwords.hash(next);
    await this.database.transaction(async (manager) => {
      const stillProven = { id: user.id, active: true, passwordHash: proven.passwordHash };
      const { affected } = await manager.update(Person, stillProven, { passwordHash });
      if (affected !== 1) throw new WrongPasswordException();
      const sessions = await manager.findBy(Session, { personId: user.id });
      const others = sessions.filter(({ id }) => id !== keepSession).map(({ id }) => id);
      await manager.delete(Session, { id: In(others) });
      await this.audit.write(
        { actorId: user.id, category: 'People', summary: 'Password changed', affected: user.username },
        manager,
      );
    });
  }

  private async personBelow(username: string, actor: SignedInUser, manager: EntityManager): Promise<Person> {
    const person = await this.byUsername(username, manager);
    if (person.id === actor.id) throw new BadRequestException('Nobody does this to their own account.');
    const memberships = await manager.findBy(GroupMembership, { personId: person.id });
    const level = levelOf(memberships.map(({ groupName }) => groupName));
    if (level && !reaches(actor.level, level))
      throw new ForbiddenException(`${person.username} stands higher than you do.`);
    return person;
  }
}
