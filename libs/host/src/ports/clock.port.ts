/** Now. Default: the system's clock. Tests move it; nothing of ours reads the time elsewhere. */
export abstract class Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  abstract now(): number;
}

/** The system's clock. */
export class SystemClock extends Clock {
  now(): number {
    return Date.now();
  }
}
