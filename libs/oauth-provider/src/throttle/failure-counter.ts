import { RateLimiterMemory } from 'rate-limiter-flexible';
import { type DataSource } from 'typeorm';
import { Batches } from '../batches/batches.js';
import { BatchedLimiter } from './batched-limiter.js';
import { StoredCounts } from './stored-counts.js';

/** What a {@link FailureCounter} counts to, and where. */
export interface FailureCounterSettings {
  readonly dataSource: DataSource;
  /** A table of three columns: `key` varchar, the primary key; `points` integer; `expire` bigint or null. */
  readonly tableName: string;
  /** How many failures are the last one that is heard. */
  readonly limit: number;
  /** How long a count is kept, in seconds. */
  readonly seconds: number;
}

interface Failures {
  readonly key: string;
  readonly times: number;
}

/**
 * Counts failures a key, for all nodes together. What has reached the limit is remembered in memory, so that a flood ends
 * there; and while the database is away the memory of each node counts alone.
 */
export class FailureCounter {
  readonly limit: number;
  private readonly seconds: number;
  private readonly memory: RateLimiterMemory;
  private readonly stored: BatchedLimiter;
  private readonly adds = new Batches((failures: readonly Failures[]) => this.addAll(failures));
  private readonly counts: StoredCounts;

  /** @param counts shared with other counters in the same table */
  constructor({ dataSource, tableName, limit, seconds }: FailureCounterSettings, counts?: StoredCounts) {
    this.counts = counts ?? new StoredCounts(dataSource, tableName);
    this.limit = limit;
    this.seconds = seconds;
    const common = { points: limit, duration: seconds, keyPrefix: '' };
    this.memory = new RateLimiterMemory(common);
    this.stored = new BatchedLimiter({ ...common, dataSource, tableName, insuranceLimiter: this.memory });
  }

  /** The failures that this node knows of without asking the database. */
  async countHere(key: string): Promise<number> {
    return (await this.memory.get(key))?.consumedPoints ?? 0;
  }

  /** The failures so far; never rejects. */
  async count(key: string): Promise<number> {
    const all = await this.counts.of(key);
    return this.remembered(key, Math.max(await this.countHere(key), all));
  }

  /** Counts one more failure, or several, and answers how many there are now; never rejects. */
  async add(key: string, times = 1): Promise<number> {
    return this.remembered(key, await this.adds.add({ key, times }));
  }

  /** Takes back one failure that was counted beforehand and was none. */
  async takeBack(key: string): Promise<void> {
    const { consumedPoints } = await this.stored.reward(key);
    if (consumedPoints < this.limit) await this.memory.delete(key);
  }

  /** Forgets the failures of a key. */
  async reset(key: string): Promise<void> {
    await this.memory.delete(key);
    await this.stored.delete(key);
  }

  /** One statement for all. Each of several failures of one moment is told a number of its own. */
  private async addAll(failures: readonly Failures[]): Promise<readonly number[]> {
    const more = new Map<string, number>();
    for (const { key, times } of failures) more.set(key, (more.get(key) ?? 0) + times);
    const before = await Promise.all(
      [...more].map(async ([key, count]) => {
        const { consumedPoints } = await this.stored.penalty(key, count);
        return [key, consumedPoints - count] as const;
      }),
    );
    const last = new Map(before);
    return failures.map(({ key, times }) => {
      const number = (last.get(key) ?? 0) + times;
      last.set(key, number);
      return number;
    });
  }

  private async remembered(key: string, count: number): Promise<number> {
    if (count >= this.limit) await this.memory.set(key, count, this.seconds);
    return count;
  }
}
