import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type FamilyReading } from './family-state.js';
import { FamilyStates } from './family-states.service.js';
import { type BegunReading, RememberedFamily, type RememberedWith } from './remembered-family.js';

/** After how many milliseconds a family is read whole again, in case somebody changed rows by hand. */
const longest = 60_000;

/** After which share of the replay window a family's generation is looked up in the background. */
const aheadOfTime = 0.75;

/**
 * Keeps what access tokens were judged by. What an ending is about is not found any more as soon as the ending is known.
 * A refresh on another node is no ending: a family counts for `replaySeconds` from when it was last seen to be of its
 * generation, for as long as a token that was replaced works anyway. Bounded.
 */
@Injectable()
export class RememberedFamilies {
  private readonly kept = new Map<string, RememberedFamily>();
  private readonly begun = new Map<string, Set<BegunReading>>();
  private readonly replayMilliseconds: number;

  constructor(
    @Inject(EndingWatch) private readonly endings: EndingWatch,
    @Inject(FamilyStates) private readonly states: FamilyStates,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    this.replayMilliseconds = options.replaySeconds * 1000;
  }

  /** What is remembered of a family and holds as far as is known, but for a refresh on another node. */
  find(id: string): RememberedFamily | null {
    const kept = this.kept.get(id);
    if (!kept) return null;
    const age = this.clock.now() - kept.readAt;
    if (age >= 0 && age < longest && this.endings.known.leave(kept, kept)) return kept;
    this.kept.delete(id);
    return null;
  }

  /**
   * Resolves once it is known whether the family was refreshed on another node; then it is not found any more. Asks ahead
   * of time in the background, so that a request rarely waits for it. What has to be waited for is answered, else nothing.
   */
  seeGeneration(kept: RememberedFamily): Promise<void> | undefined {
    const age = this.clock.now() - kept.seenAt;
    if (age < this.replayMilliseconds * aheadOfTime) return undefined;
    kept.look ??= this.look(kept).finally(() => (kept.look = undefined));
    if (age >= this.replayMilliseconds) return kept.look;
    kept.look.catch(() => undefined); // the next request asks again, and waits
    return undefined;
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
  keep(begun: BegunReading, reading: FamilyReading, more: RememberedWith): void {
    if (!this.end(begun) || this.replayMilliseconds === 0) return;
    this.kept.delete(begun.id);
    this.kept.set(begun.id, new RememberedFamily(reading, begun, more));
    if (this.kept.size <= this.options.rememberedTokens) return;
    const [oldest] = this.kept.keys();
    if (oldest !== undefined) this.kept.delete(oldest);
  }

  /** Forgets a family, and what is being read of it: it has moved on. */
  drop(id: string): void {
    this.kept.delete(id);
    this.begun.delete(id);
  }

  private async look(kept: RememberedFamily): Promise<void> {
    const at = this.clock.now();
    const generation = await this.states.generationOf(kept.id);
    if (generation === kept.generation) kept.seenAt = at;
    else if (this.kept.get(kept.id) === kept) this.kept.delete(kept.id);
  }
}
