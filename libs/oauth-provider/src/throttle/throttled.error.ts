/** Somebody failed too often. It says nothing of what was tried now: that was not looked at. */
export class ThrottledError extends Error {
  override readonly name = 'ThrottledError';

  constructor(readonly retryAfterSeconds: number) {
    super(`Throttled for ${retryAfterSeconds} seconds.`);
  }
}
