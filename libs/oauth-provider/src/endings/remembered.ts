import { type EndingWatch } from './ending-watch.service.js';
import { type EndingKind } from './ending.entity.js';
import { type ReadAsOf } from './known-endings.js';

/** What is remembered of which kind of subject. */
export interface RememberedSettings<Value> {
  readonly kind: Exclude<EndingKind, 'all'>;
  /** How many are kept; the oldest goes first. */
  readonly most: number;
  /** Reads one as it is now; `null` is not kept. */
  readonly read: (id: string) => Promise<Value | null>;
}

/** Keeps what was read until an ending is about it: what it answers is as it is now, mostly without asking the database. */
export class Remembered<Value> {
  private readonly kept = new Map<string, ReadAsOf & { readonly value: Value }>();

  constructor(
    private readonly endings: EndingWatch,
    private readonly settings: RememberedSettings<Value>,
  ) {}

  /**
   * One as it is now, after a look at the endings that is shared with everybody who looks; `null` when there is none.
   *
   * @param since a look that began after this moment suffices; see {@link EndingWatch.look}
   */
  async now(id: string, since?: number): Promise<Value | null> {
    await this.endings.look(since);
    const { known } = this.endings;
    const kept = this.kept.get(id);
    if (kept && known.leaves(this.settings.kind, id, kept)) return kept.value;
    // Noted before the reading begins: what ends meanwhile counts as later, whichever of both was first.
    const asOf = { asOf: known.number ?? 0, age: known.age };
    const value = await this.settings.read(id);
    this.kept.delete(id);
    if (value !== null) this.keep(id, { ...asOf, value });
    return value;
  }

  private keep(id: string, kept: ReadAsOf & { readonly value: Value }): void {
    this.kept.set(id, kept);
    if (this.kept.size <= this.settings.most) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }
}
