import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { beginning, type CleaningProgress } from './cleaning-progress.js';
import { CleaningTurn, theTurn } from './cleaning-turn.entity.js';

/** How long a holder may be silent before another node takes over, in milliseconds, its rest not counted. */
const silence = 60_000;

/**
 * Gives the turn to clean to one node at a time, by conditional UPDATEs of one row. Should clocks that differ ever give
 * it to two, nothing breaks: what is dead is dead for both.
 */
@Injectable()
export class CleaningTurns {
  private readonly me = randomBytes(16).toString('hex');

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Takes the turn, where it is nobody's and a round is due by `dueAt`. Answers where to go on, or `null`. */
  async take(dueAt: number): Promise<CleaningProgress | null> {
    const free = { id: theTurn, holder: null, heldUntil: 0, dueAt: 0, progress: null };
    const { manager } = this.dataSource;
    await manager.createQueryBuilder().insert().into(CleaningTurn).values(free).orIgnore().execute();
    const now = this.clock.now();
    const { affected } = await manager
      .createQueryBuilder()
      .update(CleaningTurn)
      .set({ holder: this.me, heldUntil: now + silence })
      .where('id = :id AND held_until <= :now AND due_at <= :dueAt', { id: theTurn, now, dueAt })
      .execute();
    if (affected !== 1) return null;
    const turn = await manager.findOneBy(CleaningTurn, { id: theTurn });
    return turn?.progress ?? beginning;
  }

  /** Notes how far the holder has come and keeps the turn, over a rest in milliseconds. Answers `false` when another node has it by now. */
  async keep(progress: CleaningProgress, rest: number): Promise<boolean> {
    return this.change({ progress, heldUntil: Math.ceil(this.clock.now() + rest + silence) });
  }

  /** Gives the turn back in the midst of a round. */
  async giveBack(): Promise<void> {
    await this.change({ heldUntil: 0 });
  }

  /** Gives the turn back at the end of a round. */
  async finish(): Promise<void> {
    const dueAt = this.clock.now() + this.options.cleaningSeconds * 1000;
    await this.change({ heldUntil: 0, dueAt, progress: null });
  }

  private async change(values: Partial<Pick<CleaningTurn, 'heldUntil' | 'dueAt' | 'progress'>>): Promise<boolean> {
    const own = { id: theTurn, holder: this.me };
    const { affected } = await this.dataSource.manager.update(CleaningTurn, own, values);
    return affected === 1;
  }
}
