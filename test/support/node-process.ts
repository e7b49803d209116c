import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';

const running = new Set<ChildProcess>();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/** A program of this repository, run by Node as a process of its own. */
export class NodeProcess {
  /** Everything it has printed. */
  output = '';

  private constructor(private readonly child: ChildProcess) {
    running.add(child);
    const keep = (text: Buffer) => (this.output += text.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.once('exit', () => running.delete(child));
  }

  /**
   * Starts `program`, a path from the root of the repository, and waits until `url` answers, whatever it says.
   * @throws Error with the output when the process ends first or does not answer within 30 seconds.
   */
  static async start(program: string, url: string, env: Record<string, string>): Promise<NodeProcess> {
    const child = spawn(process.execPath, ['--enable-source-maps', program], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const started = new NodeProcess(child);
    const deadline = Date.now() + 30_000;
    while (!(await answers(url))) {
      if (started.hasEnded) throw new Error(`${program} ended before it answered:\n${started.output}`);
      if (Date.now() > deadline) {
        await started.kill();
        throw new Error(`${program} does not answer at ${url}:\n${started.output}`);
      }
      await sleep(50);
    }
    return started;
  }

  get pid(): number {
    return this.child.pid ?? NaN;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Ends it without warning, as a crash would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  /** Asks it to end, and waits until it has; insists after 10 seconds. */
  async stop(): Promise<void> {
    const insist = setTimeout(() => this.child.kill('SIGKILL'), 10_000);
    await this.end('SIGTERM');
    clearTimeout(insist);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.hasEnded) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

const answers = (url: string) =>
  fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(5000) }).then(
    async (response) => {
      await response.body?.cancel();
      return true;
    },
    () => false,
  );
