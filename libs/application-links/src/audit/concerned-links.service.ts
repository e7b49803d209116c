import { Inject, Injectable } from '@nestjs/common';
import { Client, type EventDetails, Events } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, In } from 'typeorm';
import { ApplicationLink } from '../links/application-link.entity.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { nameKeyOf } from '../links/link-name.js';

/** A link that an event is about, as it is now, or as it was when it was deleted. */
export interface ConcernedLink {
  readonly clientId: string;
  /** `null` for one that was deleted. */
  readonly linkId: string | null;
  readonly name: string;
}

/** The links by their client ids. Missing: those of which nothing is recorded any more. */
export type ConcernedLinks = ReadonlyMap<string, ConcernedLink>;

/** Links that were looked for, by client id; `null` for those of which nothing is recorded any more. */
export type KnownLinks = Map<string, ConcernedLink | null>;

/** Among so many of the links deleted last a name is looked for. */
const mostDeleted = 1_000;

const isClientId = (text: string): boolean => /^[0-9a-f]{32}$/.test(text);

/** Finds the links that events are about, those that are deleted too. */
@Injectable()
export class ConcernedLinksService {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Events) private readonly events: Events,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
  ) {}

  /** As many as are recorded. `known` is asked first, and learns the others: for who asks again and again. */
  async of(clientIds: readonly (string | null)[], known: KnownLinks = new Map()): Promise<ConcernedLinks> {
    const wanted = [...new Set(clientIds.filter((id) => id !== null))];
    const unknown = wanted.filter((id) => !known.has(id));
    const present = await this.present(unknown);
    const deleted = new Map(await this.deleted(unknown.filter((id) => !present.has(id))));
    for (const id of unknown) known.set(id, present.get(id) ?? deleted.get(id) ?? null);
    return new Map(
      wanted.flatMap((id) => {
        const link = known.get(id);
        return link ? [[id, link] as const] : [];
      }),
    );
  }

  /** The client ids of links with a text in their name or redirect URLs, and one that is the text; at most `limit`. */
  async called(text: string, limit: number): Promise<readonly string[]> {
    if (isClientId(text)) return [text];
    const { links } = await this.lookup.list({ query: text, start: 0, limit });
    const deleted = await this.events.telling('link.deleted', text, mostDeleted);
    const part = nameKeyOf(text);
    const wasCalled = deleted.filter(({ details }) => {
      const { name, redirectUris } = details as EventDetails['link.deleted'];
      return [name, ...redirectUris].some((one) => nameKeyOf(one).includes(part));
    });
    const all = [...links.map(({ clientId }) => clientId), ...wasCalled.flatMap(({ clientId }) => clientId ?? [])];
    return [...new Set(all)].slice(0, limit);
  }

  private async present(clientIds: readonly string[]): Promise<Map<string, ConcernedLink>> {
    if (clientIds.length === 0) return new Map();
    const { manager } = this.dataSource;
    const links = await manager.findBy(ApplicationLink, { clientId: In(clientIds) });
    const clients = await manager.findBy(Client, { id: In(clientIds) });
    const names = new Map(clients.map(({ id, name }) => [id, name]));
    return new Map(
      links.flatMap(({ id: linkId, clientId }) => {
        const name = names.get(clientId);
        return name === undefined ? [] : [[clientId, { clientId, linkId, name }] as const];
      }),
    );
  }

  private async deleted(clientIds: readonly string[]): Promise<readonly (readonly [string, ConcernedLink])[]> {
    if (clientIds.length === 0) return [];
    const events = await this.events.newestOf('link.deleted', clientIds);
    return events.flatMap(({ clientId, details }) => {
      const { name } = details as EventDetails['link.deleted'];
      return clientId === null ? [] : [[clientId, { clientId, linkId: null, name }] as const];
    });
  }
}
