import { setTimeout as sleep } from 'node:timers/promises';
import { type LinkActivity } from 'nestjs-drawbridge/application-links';
import { type EventRecord } from 'nestjs-drawbridge/oauth-provider';
import { type EventFilter, passes } from './event-filter.js';

/** How often a trail that is followed is looked at, in milliseconds. */
const lookEvery = 1000;

const readAtOnce = 200;

/** An event of a transaction that took longer may appear below newer ones; so far back is looked for it. */
const lookBack = 400;

/** The audit trail of one client or of all, read for a filter. */
export class AuditTrail {
  constructor(
    private readonly activity: LinkActivity,
    private readonly clientId: string | undefined,
    private readonly filter: EventFilter,
  ) {}

  /** The newest events that pass, at most `limit`, newest first. */
  async newest(limit: number): Promise<readonly EventRecord[]> {
    const found: EventRecord[] = [];
    for await (const event of this.all()) {
      if (found.length === limit || this.isOver(event)) break;
      if (passes(event, this.filter)) found.push(event);
    }
    return found;
  }

  /** Every event that passes and comes from now on, in their order; never ends. */
  async *follow(): AsyncGenerator<EventRecord> {
    const seen = new Set<number>();
    for (const { id } of await this.unseen(seen, lookBack)) seen.add(id);
    for (;;) {
      for (const event of (await this.unseen(seen)).reverse()) {
        seen.add(event.id);
        if (passes(event, this.filter)) yield event;
      }
      for (const id of [...seen].slice(0, Math.max(0, seen.size - 2 * lookBack))) seen.delete(id);
      await sleep(lookEvery);
    }
  }

  /** What stands among or above the newest that were seen, newest first. */
  private async unseen(seen: ReadonlySet<number>, most = Infinity): Promise<EventRecord[]> {
    const unseen: EventRecord[] = [];
    let known = 0;
    for await (const event of this.all()) {
      if (seen.has(event.id)) known++;
      else unseen.push(event);
      if (known === lookBack || unseen.length === most) break;
    }
    return unseen;
  }

  private async *all(): AsyncGenerator<EventRecord> {
    let below = Infinity;
    for (let start = 0; ; start += readAtOnce) {
      const page = await this.activity.events({ clientId: this.clientId, start, limit: readAtOnce });
      for (const event of page) {
        if (event.id >= below) continue; // on the page before, until a newer one came
        below = event.id;
        yield event;
      }
      if (page.length < readAtOnce) return;
    }
  }

  /** Newest first: what is well before the beginning ends the search. Clocks of nodes differ a little. */
  private isOver({ at }: EventRecord): boolean {
    return this.filter.since !== undefined && at < this.filter.since - 3_600_000;
  }
}
