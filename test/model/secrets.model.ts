import { after } from './lifetimes.js';

/** Which of a link's secrets, counted from 0 in the order they were made, prove the application now. */
export class SecretsModel {
  private readonly until = [Infinity];

  constructor(private readonly now: () => number) {}

  /** A new one; the others end after the overlap unless they end sooner. */
  create(overlapSeconds: number): void {
    const end = after(this.now(), overlapSeconds);
    this.until.forEach((until, index) => (this.until[index] = Math.min(until, end)));
    this.until.push(Infinity);
  }

  end(index: number): void {
    this.until[index] = 0;
  }

  proves(index: number): boolean {
    return this.now() < (this.until[index] ?? 0);
  }
}
