import { BadRequestException, Inject, Injectable } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { type EventFilter, type EventPlace, type EventRecord, Events, phrased } from 'nestjs-drawbridge/oauth-provider';
import { PeopleNames } from '../administrators/people-names.service.js';
import { say } from '../words/link-words.js';
import { type AuditQuery } from './audit-query.js';
import { type ConcernedLinks, ConcernedLinksService, type KnownLinks } from './concerned-links.service.js';

/** So many links or people may have what was typed in their names. */
const mostLinks = 50;
const mostPeople = 25;

/** Some events with the names of whom and what they are about. */
export interface NamedEvents {
  readonly events: readonly EventRecord[];
  readonly links: ConcernedLinks;
  /** Display names by id; whoever is gone is missing. */
  readonly names: ReadonlyMap<string, string>;
}

/** A page of the trail, and whether there is more beside it. */
export interface AuditPage extends NamedEvents {
  readonly hasOlder: boolean;
  readonly hasNewer: boolean;
}

/** Which part of the trail is wanted; without a place, the newest. */
export interface AuditPlace {
  readonly olderThan: EventPlace | null;
  readonly newerThan: EventPlace | null;
  readonly limit: number;
}

/** The audit trail as administrators ask it. */
@Injectable()
export class AuditTrail {
  constructor(
    @Inject(Events) private readonly events: Events,
    @Inject(ConcernedLinksService) private readonly concerned: ConcernedLinksService,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(Users) private readonly users: Users,
  ) {}

  /**
   * What a query means, with links and people by their ids.
   *
   * @throws BadRequestException that names the parameter when too many have what was typed in their names
   */
  async filterOf({ asked, filter }: AuditQuery): Promise<EventFilter> {
    return {
      ...filter,
      ...(asked.link ? { clientIds: await this.linksCalled(asked.link) } : {}),
      ...(asked.person ? { people: await this.peopleCalled(asked.person) } : {}),
    };
  }

  /** A page of the events that a filter lets through, newest first. */
  async page(filter: EventFilter, { olderThan, newerThan, limit }: AuditPlace): Promise<AuditPage> {
    const place = { ...(newerThan && !olderThan ? { newerThan } : {}), ...(olderThan ? { olderThan } : {}) };
    const found = await this.events.page({ filter, ...place, limit: limit + 1 });
    const isUpward = newerThan !== null && olderThan === null;
    const isMore = found.length > limit;
    const events = isUpward ? found.slice(-limit) : found.slice(0, limit);
    return {
      ...(await this.named(events)),
      hasOlder: isUpward || isMore,
      hasNewer: isUpward ? isMore : olderThan !== null,
    };
  }

  /** All events that a filter lets through up to this moment, newest first, `size` at once. */
  async *batches(filter: EventFilter, size: number): AsyncGenerator<NamedEvents> {
    const [newest] = await this.events.page({ filter, limit: 1 });
    const known: KnownLinks = new Map();
    let olderThan = newest && { at: newest.at, id: newest.id + 1 };
    while (olderThan) {
      const events = await this.events.page({ filter, olderThan, limit: size });
      if (events.length > 0) yield this.named(events, known);
      olderThan = events.length < size ? undefined : events.at(-1);
    }
  }

  private async named(events: readonly EventRecord[], known?: KnownLinks): Promise<NamedEvents> {
    const [links, names] = await Promise.all([
      this.concerned.of(
        events.flatMap(({ clientId, actorClientId }) => [clientId, actorClientId]),
        known,
      ),
      this.names.of(events.flatMap(({ actorId, userId }) => [actorId, userId])),
    ]);
    return { events, links, names };
  }

  private async linksCalled(text: string): Promise<readonly string[]> {
    const found = await this.concerned.called(text, mostLinks + 1);
    if (found.length <= mostLinks) return found;
    throw phrased(BadRequestException, say('audit.refused.links', { most: mostLinks }));
  }

  /** Whoever is gone is found by their id alone. */
  private async peopleCalled(text: string): Promise<readonly string[]> {
    const found = await this.users.search(text, mostPeople + 1);
    if (found.length > mostPeople)
      throw phrased(BadRequestException, say('audit.refused.people', { most: mostPeople }));
    return [...new Set([text, ...found.map(({ userId }) => userId)])];
  }
}
