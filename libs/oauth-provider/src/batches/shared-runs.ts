import { AsyncResource } from 'node:async_hooks';
import { setImmediate as turnOfTheLoop } from 'node:timers/promises';

/**
 * `one at a time`: who asks while a run is under way waits for it, so that the more is asked, the more share a run.
 * `side by side`: a run begins at the next turn of the event loop, whatever else is under way, so that none can hold up others.
 */
export type RunOrder = 'one at a time' | 'side by side';

/** Runs something once for everybody who asked before it began. Nobody gets what was found out before they asked. */
export class SharedRuns<Result> {
  private readonly nobody = new AsyncResource(SharedRuns.name);
  private running: Promise<unknown> | undefined;
  private next: Promise<Result> | undefined;

  constructor(
    private readonly run: () => Promise<Result>,
    private readonly order: RunOrder = 'one at a time',
  ) {}

  /** The result of a run that begins from now on. */
  join(): Promise<Result> {
    return (this.next ??= this.nobody.runInAsyncScope(() => this.begin()));
  }

  /** Outside the context of whoever happens to ask first: it is not theirs alone. */
  private async begin(): Promise<Result> {
    if (this.order === 'one at a time') await this.running;
    await turnOfTheLoop();
    if (this.order === 'one at a time') await turnOfTheLoop(); // for those whom the run before let go on, and who ask again
    this.next = undefined;
    const run = this.run();
    this.running = run.catch(() => undefined);
    return run;
  }
}
