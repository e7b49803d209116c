import { type BeforeApplicationShutdown, Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { setTimeout as sleep } from 'node:timers/promises';
import { traceOf } from '../errors/trace.js';
import { type EventType, type ToldEventType } from './event-catalogue.js';
import { type Actor, eventBy, type NewEvent, type ProviderEvent } from './provider-event.js';

/** How long a stopping node waits for listeners that are still at work, in milliseconds. */
const patience = 5_000;

const isThenable = (outcome: unknown): outcome is PromiseLike<unknown> =>
  typeof (outcome as PromiseLike<unknown> | null | undefined)?.then === 'function';

/** Hears of events. What it throws or rejects with is logged and harms nobody. */
export type EventListener<Type extends EventType = EventType> = (event: ProviderEvent<Type>) => unknown;

/**
 * Tells a host what happened, on the node where it happened, once it has happened: a listener of a change is called after
 * the change is through, never for one that was undone, and at most once.
 *
 * Listeners are called one after another in the order of the events, before the request that brought them about is
 * answered. What they do before their first `await` is done by then; for the rest nobody waits but a node that stops.
 */
@Injectable()
export class ProviderEvents implements BeforeApplicationShutdown {
  private readonly logger = new Logger(ProviderEvents.name);
  private readonly listeners = new Set<{
    readonly hears: (type: EventType) => boolean;
    readonly listener: EventListener;
  }>();
  private readonly running = new Set<Promise<unknown>>();

  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /** Listens to events of one type, or of several. Answers a function that ends it. */
  on<Type extends EventType>(types: Type | readonly Type[], listener: EventListener<Type>): () => void {
    const wanted = new Set<EventType>([types].flat() as Type[]);
    return this.add((type) => wanted.has(type), listener as EventListener);
  }

  /** Listens to every event. Answers a function that ends it. */
  onEvery(listener: EventListener): () => void {
    return this.add(() => true, listener);
  }

  /** Tells of a step that is stored nowhere. */
  tell(actor: Actor, event: NewEvent<ToldEventType>): void {
    this.deliver(eventBy(actor, this.clock.now(), event));
  }

  /** Calls every listener of this event. Never throws. */
  deliver(event: ProviderEvent): void {
    for (const { hears, listener } of [...this.listeners]) if (hears(event.type)) this.call(listener, event);
  }

  async beforeApplicationShutdown(): Promise<void> {
    const waiting = new AbortController();
    await Promise.race([Promise.all(this.running), sleep(patience, undefined, { signal: waiting.signal })]);
    waiting.abort();
  }

  private add(hears: (type: EventType) => boolean, listener: EventListener): () => void {
    const entry = { hears, listener };
    this.listeners.add(entry);
    return () => this.listeners.delete(entry);
  }

  private call(listener: EventListener, event: ProviderEvent): void {
    try {
      const outcome = listener(event);
      if (isThenable(outcome)) this.follow(outcome, event);
    } catch (error) {
      this.logFailure(error, event);
    }
  }

  private follow(outcome: PromiseLike<unknown>, event: ProviderEvent): void {
    const run = Promise.resolve(outcome)
      .then(undefined, (error: unknown) => this.logFailure(error, event))
      .finally(() => this.running.delete(run));
    this.running.add(run);
  }

  private logFailure(error: unknown, { type }: ProviderEvent): void {
    const cause = error instanceof Error ? traceOf(error) : 'What it threw is no Error.';
    this.logger.error(`A listener failed at the event ${type}. ${cause}`);
  }
}
