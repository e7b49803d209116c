import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import {
  type Command,
  type ContestantSettings,
  type EndingCommand,
  type Failed,
  type Memory,
  type PrepareCommand,
  type Prepared,
  type Ready,
  type Used,
} from '../host/protocol.js';

/** A contestant in a process of its own. Asks one thing after another. */
export class Contestant {
  private constructor(
    readonly name: string,
    readonly settings: ContestantSettings,
    readonly ready: Ready,
    private readonly process: ChildProcess,
  ) {}

  static async start(name: string, settings: ContestantSettings): Promise<Contestant> {
    const child = fork(new URL('../host/main.js', import.meta.url), [JSON.stringify(settings)], {
      env: { ...process.env, NODE_ENV: 'production' },
      execArgv: process.env.BENCH_NODE_OPTIONS?.split(' ') ?? [],
    });
    const answered = once(child, 'message') as Promise<[Ready]>;
    const ended = once(child, 'exit').then(() => {
      throw new Error(`${name} ended before it listened.`);
    });
    const [ready] = await Promise.race([answered, ended]);
    ended.catch(() => undefined);
    return new Contestant(name, settings, ready, child);
  }

  /** What its process has used so far. */
  async used(): Promise<Used> {
    return this.ask<Used>('used');
  }

  /** What its process keeps in memory. It has to run with `--expose-gc`. */
  async memory(): Promise<Memory> {
    return this.ask<Memory>('memory');
  }

  /** Codes or tokens for the next load. */
  async prepare(command: PrepareCommand): Promise<readonly Prepared[]> {
    return this.ask<readonly Prepared[]>(command);
  }

  /** Ends something on this node; resolves once that is through. */
  async carryOut(command: EndingCommand): Promise<void> {
    await this.ask(command);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }

  private async ask<T>(command: Command): Promise<T> {
    const answer = once(this.process, 'message') as Promise<[T | Failed]>;
    this.process.send(command);
    const [outcome] = await answer;
    if (typeof outcome === 'object' && outcome !== null && 'failed' in outcome)
      throw new Error(`${this.name} could not do ${JSON.stringify(command)}: ${outcome.failed ?? ''}`);
    return outcome;
  }
}
