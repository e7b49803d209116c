import { Inject, Injectable, NotFoundException } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { Client, Clients, phrased } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { say } from '../words/link-words.js';
import { ApplicationLink } from './application-link.entity.js';
import { nameKeyOf } from './link-name.js';
import { type LinkQuery } from './link-query.js';
import { searchedPart, type SelectedLink, selectLinks } from './link-selection.js';
import { LinkStatuses } from './link-statuses.service.js';
import { StaleLinkException } from './stale-link.exception.js';

const linkId = /^[0-9a-f]{32}$/;

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
    @Inject(LinkStatuses) private readonly statuses: LinkStatuses,
  ) {}

  /** @throws NotFoundException when there is no such link, whatever the id looks like */
  async find(id: string, manager: EntityManager = this.dataSource.manager): Promise<ApplicationLink> {
    const link = linkId.test(id) ? await this.withClients(manager).where('link.id = :id', { id }).getOne() : null;
    if (!link) throw phrased(NotFoundException, say('link.gone'));
    return link;
  }

  /** The link of a client. @throws NotFoundException when there is none, whatever the client id looks like */
  async ofClient(clientId: string): Promise<ApplicationLink> {
    const builder = this.withClients(this.dataSource.manager).where('link.clientId = :clientId', { clientId });
    const link = linkId.test(clientId) ? await builder.getOne() : null;
    if (!link) throw phrased(NotFoundException, say('link.gone.client'));
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

  /** Links in the wanted order. Ids are selected first; what is shown is read for those alone. */
  async list(wanted: LinkQuery): Promise<LinkSlice> {
    const { manager } = this.dataSource;
    const selected = await selectLinks(manager, wanted, this.statuses.bounds).getRawMany<SelectedLink>();
    return { links: await this.whole(selected), total: await this.totalOf(wanted, selected) };
  }

  private async whole(selected: readonly SelectedLink[]): Promise<readonly ApplicationLink[]> {
    if (selected.length === 0) return [];
    const { manager } = this.dataSource;
    const links = await manager.findBy(ApplicationLink, { id: In(selected.map(({ id }) => id)) });
    const clients = await manager.findBy(Client, { id: In(links.map(({ clientId }) => clientId)) });
    const clientById = new Map(clients.map((client) => [client.id, client]));
    const linkById = new Map(links.map((link) => [link.id, link]));
    return selected.flatMap(({ id }) => {
      const link = linkById.get(id);
      const client = clientById.get(link?.clientId ?? '');
      return link && client ? [Object.assign(link, { client })] : []; // else it was deleted meanwhile
    });
  }

  private async totalOf(wanted: LinkQuery, [first]: readonly SelectedLink[]): Promise<number> {
    if (searchedPart(wanted) === '' && !wanted.status) return this.countAll();
    if (first) return Number(first.total);
    if (wanted.start === 0) return 0;
    const one = { ...wanted, start: 0, limit: 1 }; // behind the last of them nothing says how many they are
    const [found] = await selectLinks(this.dataSource.manager, one, this.statuses.bounds).getRawMany<SelectedLink>();
    return Number(found?.total ?? 0);
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
