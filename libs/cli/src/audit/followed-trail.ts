import { setTimeout as sleep } from 'node:timers/promises';
import { type AuditTrail, type NamedEvents } from 'nestjs-drawbridge/application-links';
import { type EventFilter, type EventRecord } from 'nestjs-drawbridge/oauth-provider';

/** How often a trail that is followed is looked at, in milliseconds. */
const lookEvery = 1000;

const readAtOnce = 200;

/** An event of a transaction that took longer may appear below newer ones; so far back is looked for it. */
const lookBack = 400;

/** An event with the names it was read with. */
export interface NamedEvent {
  readonly event: EventRecord;
  readonly named: NamedEvents;
}

/** The events that pass, newest first. */
export async function* eventsOf(trail: AuditTrail, filter: EventFilter): AsyncGenerator<NamedEvent> {
  for await (const named of trail.batches(filter, readAtOnce)) for (const event of named.events) yield { event, named };
}

/** Every event that passes and comes from now on, in their order; never ends. */
export async function* follow(trail: AuditTrail, filter: EventFilter): AsyncGenerator<NamedEvent> {
  const seen = new Set<number>();
  for (const { event } of await unseen(eventsOf(trail, filter), seen, lookBack)) seen.add(event.id);
  for (;;) {
    for (const one of (await unseen(eventsOf(trail, filter), seen)).reverse()) {
      seen.add(one.event.id);
      yield one;
    }
    for (const id of [...seen].slice(0, Math.max(0, seen.size - 2 * lookBack))) seen.delete(id);
    await sleep(lookEvery);
  }
}

/** What stands among or above the newest that were seen, newest first. */
async function unseen(events: AsyncGenerator<NamedEvent>, seen: ReadonlySet<number>, most = Infinity) {
  const found: NamedEvent[] = [];
  let known = 0;
  for await (const one of events) {
    if (seen.has(one.event.id)) known++;
    else found.push(one);
    if (known === lookBack || found.length === most) break;
  }
  return found;
}
