import { Clock } from 'nestjs-drawbridge/host';

/** Runs like the system's clock, and can be put ahead. */
export class TestClock extends Clock {
  private ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  /** Lets so many milliseconds pass at once. */
  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}
