import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Changes, type Client, Grant, Grants, LiveSignIns, phrased } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, In } from 'typeorm';
import { type Administrator } from '../administrators/administrator.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { say } from '../words/link-words.js';
import { canBeUserId } from './user-id.js';

const noneGiven = () => phrased(NotFoundException, say('withdraw.none'));

/** Some of the people who let an application in, the latest first, and how many there are. */
export interface AuthorizationSlice {
  readonly grants: readonly Grant[];
  /** Live sign-ins by the id of the grant; none where it is left out. */
  readonly signIns: ReadonlyMap<string, number>;
  readonly total: number;
}

/** Who let an application in, as administrators see it and end it. */
@Injectable()
export class LinkAuthorizations {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(LiveSignIns) private readonly liveSignIns: LiveSignIns,
    @Inject(DataSource) private readonly dataSource: DataSource,
  ) {}

  /** @throws NotFoundException */
  async list(id: string, page: { start: number; limit: number }): Promise<AuthorizationSlice> {
    const { clientId, client } = await this.lookup.find(id);
    const grants = await this.grants.ofClient(clientId, page);
    const ids = grants.map((grant) => grant.id);
    const signIns = await this.liveSignIns.ofGrants(client, ids);
    return { grants, signIns, total: await this.grants.countOfClient(clientId) };
  }

  /** How many sign-ins of an application are neither ended nor expired; of one person, where they are named. */
  async signInsOf(client: Client, userId?: string): Promise<number> {
    if (userId === undefined) return this.liveSignIns.ofClient(client);
    const grant = await this.grants.find(client.id, userId);
    return grant ? ((await this.liveSignIns.ofGrants(client, [grant.id])).get(grant.id) ?? 0) : 0;
  }

  /** How many people let each of these clients in; clients that nobody let in are left out. */
  async countsOf(clientIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
    if (clientIds.length === 0) return new Map();
    const rows = await this.dataSource.manager
      .createQueryBuilder(Grant, 'given')
      .select('given.clientId', 'clientId')
      .addSelect('COUNT(*)', 'people')
      .where({ clientId: In(clientIds) })
      .groupBy('given.clientId')
      .getRawMany<{ clientId: string; people: string | number }>();
    return new Map(rows.map(({ clientId, people }) => [clientId, Number(people)]));
  }

  /** @throws NotFoundException when the person did not let the application in, whatever their id looks like */
  async mustExist(clientId: string, userId: string): Promise<void> {
    const exists = canBeUserId(userId) && (await this.dataSource.manager.existsBy(Grant, { clientId, userId }));
    if (!exists) throw noneGiven();
  }

  /** Ends what one person allowed. @throws NotFoundException when they allowed nothing */
  async endOne(by: Administrator, id: string, userId: string): Promise<void> {
    const { clientId } = await this.lookup.find(id);
    const done =
      canBeUserId(userId) &&
      (await this.changes.make(by.actor, (change) => this.grants.endOne(change, { clientId, userId })));
    if (!done) throw noneGiven();
  }

  /** Ends what everybody allowed, and answers how many people that were. @throws NotFoundException */
  async endAll(by: Administrator, id: string): Promise<number> {
    const { clientId } = await this.lookup.find(id);
    return this.changes.make(by.actor, (change) => this.grants.endAll(change, clientId));
  }
}
