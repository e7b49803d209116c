import {
  BadRequestException,
  ConflictException,
  ForbiddenException,
  Injectable,
  NotFoundException,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { groupOfLevel, levels, reaches } from '../people/level.js';
import { PeopleService } from '../people/people.service.js';
import { PersonChanges } from '../people/person-changes.service.js';
import { Person } from '../people/person.entity.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { GroupMembership } from './group-membership.entity.js';
import { Group } from './group.entity.js';

/** The groups of the wiki and who is in them. Levels follow from groups. */
@Injectable()
export class GroupsService {
  constructor(
    private readonly database: DataSource,
    private readonly people: PeopleService,
    private readonly audit: AuditService,
    private readonly changes: PersonChanges,
  ) {}

  /** Every group, by name. */
  async list(slice: Slice): Promise<Listing<Group>> {
    const rows = await this.database.manager.find(Group, {
      order: { name: 'ASC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }

  /** How many people each group holds; a group that is not named holds nobody. */
  async sizes(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.manager
      .createQueryBuilder(GroupMembership, 'membership')
      .select('membership.groupName', 'name')
      .addSelect('count(*)', 'size')
      .groupBy('membership.groupName')
      .getRawMany<{ name: string; size: string | number }>();
    return new Map(rows.map(({ name, size }) => [name, Number(size)]));
  }

  /** The people in a group, by username. @throws NotFoundException */
  async members(name: string, slice: Slice): Promise<Listing<Person>> {
    await this.byName(name);
    const rows = await this.database.manager
      .createQueryBuilder(Person, 'person')
      .innerJoin(GroupMembership, 'membership', 'membership.personId = person.id')
      .where('membership.groupName = :name', { name })
      .orderBy('person.username')
      .offset(slice.start)
      .limit(slice.limit + 1)
      .getMany();
    return listingOf(rows, slice);
  }

  /** @throws ConflictException when there is one of this name. */
  async create(name: string, actor: SignedInUser): Promise<Group> {
    return this.database.transaction(async (manager) => {
      if (await manager.existsBy(Group, { name })) throw new ConflictException(`There is a group ${name} already.`);
      await manager.insert(Group, { name });
      await this.audit.write(
        { actorId: actor.id, category: 'Groups', summary: 'Group created', affected: name },
        manager,
      );
      return { name };
    });
  }

  /**
   * Puts somebody into a group. Nothing happens when they are in it already.
   * @throws NotFoundException
   * @throws ForbiddenException when the group gives a level above the actor's own.
   */
  async add(username: string, name: string, actor: SignedInUser): Promise<void> {
    await this.database.transaction(async (manager) => {
      const person = await this.check(username, name, actor, manager);
      if (await manager.existsBy(GroupMembership, { personId: person.id, groupName: name })) return;
      await manager.insert(GroupMembership, { personId: person.id, groupName: name });
      const affected = `${person.username} → ${name}`;
      await this.audit.write(
        { actorId: actor.id, category: 'Groups', summary: 'Person added to group', affected },
        manager,
      );
      await this.changes.changing(manager, person.id);
    });
  }

  /**
   * Takes somebody out of a group. Nothing happens when they are not in it.
   * @throws BadRequestException when it would take the actor's own level away. Throws else as `add` does.
   */
  async remove(username: string, name: string, actor: SignedInUser): Promise<void> {
    await this.database.transaction(async (manager) => {
      const person = await this.check(username, name, actor, manager);
      if (person.id === actor.id && actor.level && groupOfLevel[actor.level] === name)
        throw new BadRequestException('Nobody takes their own level away. Ask another administrator.');
      const { affected: removed } = await manager.delete(GroupMembership, { personId: person.id, groupName: name });
      if (!removed) return;
      const affected = `${person.username} ← ${name}`;
      await this.audit.write(
        { actorId: actor.id, category: 'Groups', summary: 'Person removed from group', affected },
        manager,
      );
      await this.changes.changing(manager, person.id);
    });
    await this.changes.changed();
  }

  private async check(username: string, name: string, actor: SignedInUser, manager: EntityManager): Promise<Person> {
    await this.byName(name, manager);
    const given = levels.find((level) => groupOfLevel[level] === name);
    if (given && !reaches(actor.level, given))
      throw new ForbiddenException(`The group ${name} stands higher than you do.`);
    return this.people.byUsername(username, manager);
  }

  private async byName(name: string, manager: EntityManager = this.database.manager): Promise<Group> {
    const group = await manager.findOneBy(Group, { name });
    if (!group) throw new NotFoundException(`There is no group ${name}.`);
    return group;
  }
}
