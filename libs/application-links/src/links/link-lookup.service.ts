import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { Client, Clients } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { ApplicationLink } from './application-link.entity.js';
import { nameKeyOf } from './link-name.js';
import { StaleLinkException } from './stale-link.exception.js';

const linkId = /^[0-9a-f]{32}$/;

/** Which links to list. */
export interface LinkQuery {
  /** Part of a name, of a redirect URL or of a client id, in any case; empty for all. */
  readonly query: string;
  readonly start: number;
  readonly limit: number;
}

/** Some links, and how many there are. */
export interface LinkSlice {
  readonly links: readonly ApplicationLink[];
  readonly total: number;
}

/** Finds links, each with its client. */
@Injectable()
export class LinkLookup {
  private all: { readonly revision: string; readonly total: number } | undefined;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(Users) private readonly users: Users,
  ) {}

  /** @throws NotFoundException when there is no such link, whatever the id looks like */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<ApplicationLink> {
    const link = linkId.test(id) ? await this.withClients(manager).where('link.id = :id', { id }).getOne() : null;
    if (!link) throw new NotFoundException('There is no application link with this id (any more).');
    return link;
  }

  /** The link of a client. @throws NotFoundException when there is none, whatever the client id looks like */
  async ofClient(clientId: string): Promise<ApplicationLink> {
    const builder = this.withClients(this.dataSource.manager).where('link.clientId = :clientId', { clientId });
    const link = linkId.test(clientId) ? await builder.getOne() : null;
    if (!link) throw new NotFoundException('There is no application link with this client ID (any more).');
    return link;
  }

  /**
   * The link that somebody means: by its id, its client id, or its name as people would spell it.
   *
   * @throws NotFoundException when there is none
   */
  async meant(text: string): Promise<ApplicationLink> {
    const named = this.withClients(this.dataSource.manager).where('link.nameKey = :key', { key: nameKeyOf(text) });
    const byId = this.withClients(this.dataSource.manager).where('(link.id = :id OR link.clientId = :id)', {
      id: text,
    });
    const link = (linkId.test(text) ? await byId.getOne() : null) ?? (await named.getOne());
    if (!link) throw new NotFoundException('There is no application link with this id, client ID or name.');
    return link;
  }

  /** Links in the order of their names. */
  async list(wanted: LinkQuery): Promise<LinkSlice> {
    const part = nameKeyOf(wanted.query.replace(/\p{Cc}/gu, ''));
    return part === '' ? this.listAll(wanted) : this.search(part, wanted);
  }

  /** Clients are read for what is shown alone: joined, all that is before would be read and sorted with them. */
  private async listAll({ start, limit }: LinkQuery): Promise<LinkSlice> {
    const { manager } = this.dataSource;
    const links = await manager.find(ApplicationLink, { order: { nameKey: 'ASC' }, skip: start, take: limit });
    const clients = await manager.findBy(Client, { id: In(links.map(({ clientId }) => clientId)) });
    const byId = new Map(clients.map((client) => [client.id, client]));
    const whole = links.flatMap((link) => {
      const client = byId.get(link.clientId);
      return client ? [Object.assign(link, { client })] : []; // without, it was deleted between the two
    });
    return { links: whole, total: await this.countAll() };
  }

  private async search(wanted: string, { start, limit }: LinkQuery): Promise<LinkSlice> {
    const part = `%${wanted.replace(/[!%_]/g, '!$&')}%`;
    const [links, total] = await this.withClients(this.dataSource.manager)
      .where(`link.nameKey LIKE :part ESCAPE '!'`, { part })
      .orWhere(`LOWER(client.redirectUris) LIKE :part ESCAPE '!'`)
      .orWhere(`client.id LIKE :part ESCAPE '!'`)
      .orderBy('link.nameKey', 'ASC')
      .offset(start)
      .limit(limit)
      .getManyAndCount();
    return { links, total };
  }

  /** How many there are: counted anew once any client has changed. Counting a hundred thousand takes longer than showing some. */
  private async countAll(): Promise<number> {
    const revision = await this.clients.revision();
    if (this.all?.revision !== revision)
      this.all = { revision, total: await this.dataSource.manager.count(ApplicationLink) };
    return this.all.total;
  }

  /** Whether a link other than `exceptId` has a name that people would call the same. */
  async isNameTaken(
    name: string,
    exceptId: string | null,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<boolean> {
    const holder = await manager.findOneBy(ApplicationLink, { nameKey: nameKeyOf(name) });
    return holder !== null && holder.id !== exceptId;
  }

  /** What to say to somebody whose version of a link is not the latest. */
  async staleness(id: string): Promise<StaleLinkException> {
    const { updatedBy, updatedAt, version } = await this.find(id);
    const person = updatedBy === null ? null : await this.users.byId(updatedBy);
    return new StaleLinkException({ by: person?.displayName ?? null, at: updatedAt, version });
  }

  private withClients(manager: EntityManager): SelectQueryBuilder<ApplicationLink> {
    return manager
      .createQueryBuilder(ApplicationLink, 'link')
      .innerJoinAndMapOne('link.client', Client, 'client', 'client.id = link.clientId');
  }
}
