import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager } from 'typeorm';
import { WikiConfig } from '../config/wiki-config.js';
import { ContentService } from '../content/content.service.js';
import { takeTurn } from '../database/start-lock.js';
import { GroupMembership } from '../groups/group-membership.entity.js';
import { Group } from '../groups/group.entity.js';
import { groupOfLevel, type Level, levels } from '../people/level.js';
import { type NewPerson, PeopleService } from '../people/people.service.js';
import { Person } from '../people/person.entity.js';
import { Space } from '../spaces/space.entity.js';
import { demoPages, demoSpace } from './demo-content.js';

/** An account that the first start makes. */
export interface FirstAccount extends NewPerson {
  readonly level: Level;
}

const demo: readonly FirstAccount[] = [
  { username: 'reader', password: 'reader', displayName: 'Rita Reader', level: 'READ' },
  { username: 'writer', password: 'writer', displayName: 'Will Writer', level: 'WRITE' },
  { username: 'admin', password: 'admin', displayName: 'Ada Admin', level: 'ADMIN' },
  { username: 'sysadmin', password: 'sysadmin', displayName: 'Sam Sysadmin', level: 'SYSTEM_ADMIN' },
];

/** Fills an empty database, all or nothing: with a demo while the wiki is on this machine only, else with one account. */
@Injectable()
export class SeedingService implements OnApplicationBootstrap {
  /** The demo accounts that this start has made; empty when there were people already. */
  demoAccounts: readonly FirstAccount[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly config: WikiConfig,
    private readonly people: PeopleService,
    private readonly contents: ContentService,
    private readonly clock: Clock,
  ) {}

  /** @throws Error when the first start outside this machine lacks `WIKI_SYSADMIN_PASSWORD`. */
  async onApplicationBootstrap(): Promise<void> {
    if ((await this.people.count()) > 0) return;
    const accounts = this.config.isLoopback ? demo : [this.firstSystemAdministrator()];
    const people = await Promise.all(accounts.map((account) => this.people.prepare(account)));
    const isDone = await this.database.transaction(async (manager) => {
      await takeTurn(manager);
      if (await manager.count(Person)) return false;
      await manager.insert(
        Group,
        Object.values(groupOfLevel).map((name) => ({ name })),
      );
      for (const [index, person] of people.entries()) await this.insert(person, accounts[index]!.level, manager);
      if (this.config.isLoopback) await this.insertDemo(people, manager);
      return true;
    });
    if (isDone && this.config.isLoopback) this.demoAccounts = demo;
  }

  private firstSystemAdministrator(): FirstAccount {
    const password = this.config.sysadminPassword;
    if (password === undefined || password.length < 12)
      throw new Error(
        'The database is empty and BASE_URL is not on this machine. ' +
          'Set WIKI_SYSADMIN_PASSWORD to the password, of at least 12 characters, that the account sysadmin shall have.',
      );
    return { username: 'sysadmin', password, displayName: 'System administrator', level: 'SYSTEM_ADMIN' };
  }

  private async insert(person: Person, level: Level, manager: EntityManager): Promise<void> {
    await manager.insert(Person, person);
    const upTo = levels.slice(0, levels.indexOf(level) + 1);
    await manager.insert(
      GroupMembership,
      upTo.map((each) => ({ personId: person.id, groupName: groupOfLevel[each] })),
    );
  }

  private async insertDemo(people: readonly Person[], manager: EntityManager): Promise<void> {
    const idOf = (username: string) => people.find((person) => person.username === username)!.id;
    await manager.insert(Space, { ...demoSpace, createdAt: this.clock.now(), createdBy: idOf('admin') });
    const ids = new Map<string, number>();
    for (const { title, body, author, below } of demoPages) {
      const parentId = below === undefined ? null : ids.get(below)!;
      const page = await this.contents.insertPage(
        { spaceKey: demoSpace.key, title, body, parentId },
        idOf(author),
        manager,
      );
      ids.set(title, page.id);
    }
  }
}
