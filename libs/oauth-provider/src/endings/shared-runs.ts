import { AsyncResource } from 'node:async_hooks';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/**
 * Runs something once for everybody who asked before it began. One run at a time: who asks while one is under way
 * shares the next, so that the more is asked, the more share one, and nobody gets what was found out before they asked.
 */
export class SharedRuns<Result> {
  private readonly nobody = new AsyncResource(SharedRuns.name);
  private running: Promise<unknown> | undefined;
  private next: Promise<Result> | undefined;

  constructor(private readonly run: () => Promise<Result>) {}

  /** The result of a run that begins from now on. */
  join(): Promise<Result> {
    return (this.next ??= this.nobody.runInAsyncScope(() => this.begin()));
  }

  /** Outside the context of whoever happens to ask first: it is not theirs alone. */
  private async begin(): Promise<Result> {
    await this.running;
    await turnOfTheLoop();
    this.next = undefined;
    const run = this.run();
    this.running = run.catch(() => undefined);
    return run;
  }
}
