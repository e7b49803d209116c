interface ClosedTime {
  readonly from: number;
  until: number;
}

/**
 * Remembers from when to when accesses were closed, and finds requests that were let in although they began in such a
 * time and were over in it. Times are those of `performance.now()`.
 */
export class ClosedTimes {
  private readonly times = new Map<string, ClosedTime[]>();

  /** The answer to an ending has come. */
  close(key: string): void {
    const closed = { from: performance.now(), until: Infinity };
    this.times.set(key, [...(this.times.get(key) ?? []), closed]);
  }

  /** It is about to be let in again. */
  reopen(key: string): void {
    for (const closed of this.times.get(key) ?? []) closed.until = Math.min(closed.until, performance.now());
  }

  /** Whether a request that depends on all of these should not have been let in. */
  forbid(keys: readonly string[], beganAt: number): boolean {
    const now = performance.now();
    return keys.some((key) => this.times.get(key)?.some(({ from, until }) => from < beganAt && now < until));
  }
}
