import { Inject, Injectable } from '@nestjs/common';
import { SharedRuns } from '../batches/shared-runs.js';
import { alike, Statements } from '../storage/statements.service.js';
import { type Ending } from './ending.entity.js';
import { KnownEndings } from './known-endings.js';

/** How many endings are told apart in memory, and read at once. */
const mostEndings = 10_000;

const endingsFrom = alike(
  `SELECT number, kind, subject, at FROM drawbridge_ending WHERE number >= ? ORDER BY number LIMIT ${mostEndings + 2}`,
);
const newestEnding = alike('SELECT number, at FROM drawbridge_ending ORDER BY number DESC LIMIT 1');

type Row<Of> = { readonly [Column in keyof Of]: Of[Column] extends number ? string | number : Of[Column] };

/** Hears of every ending, of this node and of all others: by looking, whenever somebody has to know. */
@Injectable()
export class EndingWatch {
  readonly known = new KnownEndings(mostEndings);
  private readonly looks = new SharedRuns(() => this.lookNow());
  private lookedAt = -Infinity;

  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /**
   * When it is over, every ending that was answered before it was called is known. Shared by all who call it meanwhile.
   *
   * @param since to know of what was answered before this moment suffices; by `performance.now()`. Default: the present one
   */
  look(since = Infinity): Promise<void> {
    return this.lookedAt > since ? Promise.resolve() : this.looks.join();
  }

  /** Tells of the newest ending that a statement saw, 0 for none: where it is known already, that was as good as a look. */
  saw(newest: Pick<Ending, 'number' | 'at'>, began: number): void {
    if (this.known.isNewest(newest)) this.lookedAt = Math.max(this.lookedAt, began);
  }

  private async lookNow(): Promise<void> {
    const began = performance.now();
    await this.hear();
    this.lookedAt = Math.max(this.lookedAt, began);
  }

  private async hear(): Promise<void> {
    const from = this.known.number;
    if (from !== null) {
      const rows = await this.statements.rows<Row<Ending>>(endingsFrom, from);
      if (rows.length < mostEndings + 2 && this.known.follow(rows.map(endingOf))) return;
    }
    const [newest] = await this.statements.rows<Row<Pick<Ending, 'number' | 'at'>>>(newestEnding);
    this.known.forget(newest ? { number: Number(newest.number), at: Number(newest.at) } : null);
  }
}

const endingOf = ({ number, at, kind, subject }: Row<Ending>): Ending => ({
  kind,
  subject,
  number: Number(number),
  at: Number(at),
});
