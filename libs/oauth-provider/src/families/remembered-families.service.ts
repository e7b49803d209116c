import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type FamilyReading } from './family-state.js';
import { RememberedFamily, type Standing } from './remembered-family.js';

/** A reading that has begun. */
export interface BegunReading {
  readonly id: string;
  readonly at: number;
  readonly age: number;
}

/**
 * Keeps what access tokens were judged by, for `replaySeconds` at most: for as long as a token that was replaced
 * elsewhere works anyway. What an ending is about is not found any more as soon as the ending is known. Bounded.
 */
@Injectable()
export class RememberedFamilies {
  private readonly kept = new Map<string, RememberedFamily>();
  private readonly begun = new Map<string, Set<BegunReading>>();

  constructor(
    @Inject(EndingWatch) private readonly endings: EndingWatch,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** What is remembered of a family and holds as far as is known. */
  find(id: string): RememberedFamily | null {
    const kept = this.kept.get(id);
    if (!kept) return null;
    const seconds = (this.clock.now() - kept.readAt) / 1000;
    if (seconds >= 0 && seconds < this.options.replaySeconds && this.endings.known.leave(kept, kept)) return kept;
    this.kept.delete(id);
    return null;
  }

  /** To be called before a family is read that may be kept. */
  begin(id: string): BegunReading {
    const begun = { id, at: this.clock.now(), age: this.endings.known.age };
    const others = this.begun.get(id);
    if (others) others.add(begun);
    else this.begun.set(id, new Set([begun]));
    return begun;
  }

  /** To be called when a reading is over, whatever came of it. Answers whether it may be kept. */
  end(begun: BegunReading): boolean {
    const all = this.begun.get(begun.id);
    if (!all?.delete(begun)) return false;
    if (all.size === 0) this.begun.delete(begun.id);
    return true;
  }

  /** Keeps a family that stands, unless it has been dropped since the reading began. */
  keep(begun: BegunReading, reading: FamilyReading, person: Standing | undefined): void {
    if (!this.end(begun)) return;
    this.kept.delete(begun.id);
    this.kept.set(begun.id, new RememberedFamily(reading, person, begun.age, begun.at));
    if (this.kept.size <= this.options.rememberedTokens) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }

  /** Forgets a family, and what is being read of it: it has moved on. */
  drop(id: string): void {
    this.kept.delete(id);
    this.begun.delete(id);
  }
}
