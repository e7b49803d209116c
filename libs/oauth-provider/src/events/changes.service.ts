import { Inject, Injectable, Logger, Optional } from '@nestjs/common';
import { type AuditEvent, AuditTrail, Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { EventRecord } from './event.entity.js';

/** Who makes a change, as far as it is known. */
export interface Actor {
  readonly userId: string | null;
  readonly address: string | null;
}

/** An event as it is recorded; time, actor and address are added. */
export type NewEvent = Pick<AuditEvent, 'type' | 'clientId'> & Partial<Pick<AuditEvent, 'userId' | 'details'>>;

/** One change of what is stored, under way. */
export interface Change {
  /** Works inside the change's transaction; nothing of a change may go around it. */
  readonly manager: EntityManager;
  readonly now: number;
  readonly actor: Actor;
  /** Notes an event. It is stored with the change, or not at all. */
  record(event: NewEvent): void;
}

/** The actor of what nobody in particular does. */
export const nobody: Actor = { userId: null, address: null };

/** Makes changes: one transaction with its events, which are told to the host's {@link AuditTrail} once it is through. */
@Injectable()
export class Changes {
  private readonly logger = new Logger(Changes.name);

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Optional() @Inject(AuditTrail) private readonly auditTrail?: AuditTrail,
  ) {}

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
    const events: AuditEvent[] = [];
    const now = this.clock.now();
    const record = (event: NewEvent): void => {
      events.push({ userId: null, details: {}, ...event, at: now, actorId: actor.userId, address: actor.address });
    };
    const result = await this.dataSource.transaction(async (manager) => {
      const answer = await work({ manager, now, actor, record });
      if (events.length > 0) await manager.insert(EventRecord, events);
      return answer;
    });
    await this.tell(events);
    return result;
  }

  private async tell(events: readonly AuditEvent[]): Promise<void> {
    for (const event of events) {
      await this.auditTrail?.write(event).catch((error: unknown) => {
        this.logger.error(`The host's audit trail did not take the event ${event.type}: ${String(error)}`);
      });
    }
  }
}

/** PostgreSQL's deadlock_detected and serialization_failure. */
const isVictim = (error: unknown): boolean =>
  error instanceof QueryFailedError &&
  ['40P01', '40001'].includes((error.driverError as Error & { code?: string }).code ?? '');
