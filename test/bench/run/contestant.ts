import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type ContestantSettings, type CpuUsed, type EndingCommand, type Ready } from '../host/protocol.js';

/** A contestant in a process of its own. */
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

  /** CPU time so far, in microseconds. */
  async cpu(): Promise<number> {
    const answer = once(this.process, 'message') as Promise<[CpuUsed]>;
    this.process.send('cpu');
    const [{ cpu }] = await answer;
    return cpu;
  }

  /** Ends something on this node; resolves once that is through. One after another. */
  async carryOut(command: EndingCommand): Promise<void> {
    const answer = once(this.process, 'message') as Promise<['done' | { readonly failed: string }]>;
    this.process.send(command);
    const [outcome] = await answer;
    if (outcome !== 'done') throw new Error(`${this.name} could not ${command.do}: ${outcome.failed}`);
  }

  async stop(): Promise<void> {
    if (this.process.exitCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.disconnect();
    await ended;
  }
}
