import { Clock } from 'nestjs-drawbridge/host';

/** Runs like the system's clock, and can be put ahead or stopped. */
export class TestClock extends Clock {
  private ahead = 0;
  private stoppedAt: number | null = null;

  now(): number {
    return (this.stoppedAt ?? Date.now()) + this.ahead;
  }

  /** Lets so many milliseconds pass at once. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }

  /** From now on time passes by {@link advance} alone. */
  stop(): void {
    this.stoppedAt ??= Date.now();
  }
}
