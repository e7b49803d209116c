import { Inject, Injectable, Logger } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { setTimeout as sleep } from 'node:timers/promises';
import { ProviderEvents } from '../events/provider-events.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { CleaningBatches } from './cleaning-batches.service.js';
import { afterBatch, type CleaningCounts, type CleaningProgress } from './cleaning-progress.js';
import { CleaningTurns } from './cleaning-turns.service.js';

/** How many times as long as a batch took is rested after it. On a small machine, more than that is felt by requests. */
const restsOfBatch = 49;

/** The longest rest that a batch brings about, in milliseconds. */
const longestRest = 30_000;

/** Removes expired and orphaned rows: in small batches, on one node at a time. */
@Injectable()
export class Cleaning {
  private readonly logger = new Logger(Cleaning.name);

  constructor(
    @Inject(CleaningTurns) private readonly turns: CleaningTurns,
    @Inject(CleaningBatches) private readonly batches: CleaningBatches,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
  ) {}

  /** Cleans now, whenever the next round is due, for a host with a scheduler of its own. See {@link cleanIfDue}. */
  async clean(signal?: AbortSignal): Promise<CleaningCounts | null> {
    return this.round(Number.MAX_SAFE_INTEGER, signal);
  }

  /**
   * Cleans if a round is due, and goes on where a node stopped in the midst of one. Answers how many rows were removed;
   * `null` when nothing is due, another node is at it, or `signal` stopped it.
   */
  async cleanIfDue(signal?: AbortSignal): Promise<CleaningCounts | null> {
    return this.round(this.clock.now(), signal);
  }

  private async round(dueAt: number, signal?: AbortSignal): Promise<CleaningCounts | null> {
    const progress = await this.turns.take(dueAt);
    if (!progress) return null;
    const counts = await this.goOn(progress, signal);
    if (counts === null) return null;
    await this.turns.finish();
    const words = Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${name} ${count}`] : []));
    if (words.length > 0) {
      this.logger.log(`Cleaned away: ${words.join(', ')}.`);
      this.events.tell({ userId: null, address: null }, { type: 'cleaning.finished', clientId: null, details: counts });
    }
    return counts;
  }

  private async goOn(from: CleaningProgress, signal?: AbortSignal): Promise<CleaningCounts | null> {
    for (let progress = from; ;) {
      const began = performance.now();
      const { counts, next } = afterBatch(progress, await this.batches.next(progress));
      if (!next) return counts;
      const rest = this.restAfter(performance.now() - began);
      if (!(await this.turns.keep(next, rest))) return null;
      await this.rest(rest, signal);
      if (signal?.aborted) {
        await this.turns.giveBack();
        return null;
      }
      progress = next;
    }
  }

  /** In milliseconds. */
  private restAfter(worked: number): number {
    const { cleaningPauseMilliseconds: least } = this.options;
    return least === 0 ? 0 : Math.max(least, Math.min(worked * restsOfBatch, longestRest));
  }

  /** Lets others come to their turn; a stop does not wait for the end of it. */
  private async rest(rest: number, signal?: AbortSignal): Promise<void> {
    await sleep(rest, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
