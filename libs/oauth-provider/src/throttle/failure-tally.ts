import { digestOf } from '../tokens/digest.js';
import { type FailureCounter } from './failure-counter.js';

/** How long failures are gathered before they are written for all nodes, in milliseconds. */
const gatherFor = 20;

/**
 * How often a node reads again what it relies on, in milliseconds. All counts at the same moments: those that are asked for
 * then are read together.
 */
const round = 500;
const thisRound = (): number => Math.floor(performance.now() / round);

/** How many counts a node keeps in memory, some 300 bytes each. */
const mostKept = 10_000;

interface Kept {
  /** As it was last seen, with what was counted here since. */
  readonly count: number;
  /** The round in which that was; `null` for what was never read. */
  readonly seenIn: number | null;
}

interface Gathered {
  times: number;
  /** Is told when the count reaches its limit with these. */
  readonly onLimit: () => Promise<void>;
}

/**
 * Counts failures in memory at once, and for all nodes a moment later, together with others, so that nobody
 * waits for a count to be written. Only for what cannot be guessed in the few tries that other nodes hear of late.
 */
export class FailureTally {
  private readonly kept = new Map<string, Kept>();
  private gathered = new Map<string, Gathered>();
  private writing: Promise<void> | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param counter its keys are the digests of those here */
  constructor(private readonly counter: FailureCounter) {}

  /** How many failures are the last one that is heard. */
  get limit(): number {
    return this.counter.limit;
  }

  /** The failures so far as this node knows them; `null` where they have to be read. */
  known(key: string): number | null {
    const kept = this.kept.get(key);
    if (!kept) return null;
    return kept.count >= this.limit || kept.seenIn === thisRound() ? kept.count : null;
  }

  /** The failures so far, for all nodes; never rejects. */
  async count(key: string): Promise<number> {
    const known = this.known(key);
    if (known !== null) return known;
    const stored = await this.counter.count(digestOf(key));
    await this.writing; // what began meanwhile may not be in what was read
    return this.known(key) ?? this.see(key, stored);
  }

  /**
   * Counts one more failure. Answers whether it is the one that reaches the limit, as far as this node knows; it should
   * be written at once then. The one node whose writing reaches the limit calls `onLimit`, which must not reject.
   */
  add(key: string, onLimit: () => Promise<void>): boolean {
    const { count, seenIn } = this.kept.get(key) ?? { count: 0, seenIn: null };
    this.keep(key, { count: count + 1, seenIn });
    const gathered = this.gathered.get(key);
    if (gathered) gathered.times++;
    else this.gathered.set(key, { times: 1, onLimit });
    this.timer ??= setTimeout(() => void this.write(), gatherFor).unref();
    return count + 1 === this.limit;
  }

  /** Forgets the failures of a key. */
  async reset(key: string): Promise<void> {
    this.gathered.delete(key);
    await this.writing;
    await this.counter.reset(digestOf(key));
    this.keep(key, { count: this.gathered.get(key)?.times ?? 0, seenIn: thisRound() });
  }

  /** Writes what has been counted here so far; never rejects. */
  async write(): Promise<void> {
    await this.writing;
    clearTimeout(this.timer);
    this.timer = undefined;
    const all = this.gathered;
    this.gathered = new Map();
    if (all.size === 0) return this.writing;
    this.writing = Promise.all([...all].map((one) => this.writeOne(...one))).then(() => undefined);
    return this.writing;
  }

  private async writeOne(key: string, { times, onLimit }: Gathered): Promise<void> {
    const count = await this.counter.add(digestOf(key), times);
    this.see(key, count);
    if (count >= this.limit && count - times < this.limit) await onLimit();
  }

  /** Notes a count that is stored, to which comes what is counted here and not written yet. */
  private see(key: string, stored: number): number {
    const count = stored + (this.gathered.get(key)?.times ?? 0);
    this.keep(key, { count, seenIn: thisRound() });
    return count;
  }

  private keep(key: string, kept: Kept): void {
    this.kept.set(key, kept);
    if (this.kept.size <= mostKept) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
