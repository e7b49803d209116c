import { isDeepStrictEqual } from 'node:util';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager } from 'typeorm';
import { Endings, type NewEnding } from '../endings/endings.service.js';
import { isVictim } from '../storage/victim.js';
import { addressKeyOf } from './address-range.js';
import { type StoredEventType } from './event-catalogue.js';
import { EventRecord } from './event.entity.js';
import { type Actor, eventBy, type NewEvent, type ProviderEvent } from './provider-event.js';
import { ProviderEvents } from './provider-events.service.js';

/** One change of what is stored, under way. */
export interface Change {
  /** Works inside the change's transaction; nothing of a change may go around it. */
  readonly manager: EntityManager;
  readonly now: number;
  readonly actor: Actor;
  /** Notes an event. It is stored with the change, or not at all. */
  record(event: NewEvent<StoredEventType>): void;
  /** Notes that tokens which depend on this have to be judged anew, on every node, as soon as the change is through. */
  end(ending: NewEnding): void;
}

/** Makes changes: one transaction with its events, which {@link ProviderEvents} tells once it is through. */
@Injectable()
export class Changes {
  private readonly listeners: (() => Promise<void>)[] = [];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
    @Inject(Endings) private readonly endings: Endings,
  ) {}

  /** Calls `listener` after every change that left an event, before its answer is sent. It must not reject. */
  subscribe(listener: () => Promise<void>): void {
    this.listeners.push(listener);
  }

  /**
   * Runs `work` in one transaction and answers its result. When it throws, nothing has happened. It is run once more
   * when the database chose it as the victim of a deadlock.
   */
  async make<T>(actor: Actor, work: (change: Change) => Promise<T>): Promise<T> {
    try {
      return await this.attempt(actor, work);
    } catch (error) {
      if (!isVictim(error)) throw error;
      return this.attempt(actor, work);
    }
  }

  private async attempt<T>(actor: Actor, work: (change: Change) => Promise<T>): Promise<T> {
    const events: ProviderEvent<StoredEventType>[] = [];
    const endings: NewEnding[] = [];
    const now = this.clock.now();
    const end = (ending: NewEnding): void => {
      if (!endings.some((one) => isDeepStrictEqual(one, ending))) endings.push(ending);
    };
    const record = (event: NewEvent<StoredEventType>): void => {
      events.push(eventBy(actor, now, event));
    };
    const result = await this.dataSource.transaction(async (manager) => {
      const answer = await work({ manager, now, actor, record, end });
      const rows = events.map((event) => ({ ...event, addressKey: addressKeyOf(event.address) }));
      if (rows.length > 0) await manager.insert(EventRecord, rows);
      await this.endings.add(manager, endings); // last: who ends something waits for it
      return answer;
    });
    if (events.length > 0) await Promise.all(this.listeners.map((listener) => listener()));
    for (const event of events) this.events.deliver(event);
    return result;
  }
}
