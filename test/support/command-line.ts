import { spawn } from 'node:child_process';
import type { FreshDatabase } from './databases.js';

/** How one command ended, and what it wrote. */
export interface CommandResult {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** The command line of the wiki as an operator has it: a process of its own, at the wiki's data. */
export class CommandLine {
  private readonly env: NodeJS.ProcessEnv;

  constructor(database: Pick<FreshDatabase, 'dataDir' | 'url'>, more: Readonly<Record<string, string>> = {}) {
    const { dataDir, url } = database;
    this.env = { PATH: process.env.PATH, WIKI_DATA_DIR: dataDir, ...(url ? { DATABASE_URL: url } : {}), ...more };
  }

  /** Starts one command. */
  start(...words: readonly string[]) {
    return spawn(process.execPath, ['apps/wiki/dist/drawbridge.js', ...words], { env: this.env });
  }

  /** Runs one command to its end; `input` is its standard input. */
  async run(words: readonly string[], input = ''): Promise<CommandResult> {
    const child = this.start(...words);
    let [out, error] = ['', ''];
    child.stdout.on('data', (text: Buffer) => (out += text.toString()));
    child.stderr.on('data', (text: Buffer) => (error += text.toString()));
    child.stdin.end(input);
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out, error };
  }

  /** Runs one that has to be done, and answers its output. @throws Error with what it wrote */
  async must(...words: readonly string[]): Promise<string> {
    const { code, out, error } = await this.run(words);
    if (code === 0) return out;
    throw new Error(`drawbridge ${words.join(' ')} ended with ${String(code)}.\n${out}\n${error}`);
  }

  /** The same, with its JSON. */
  async json<Answer>(...words: readonly string[]): Promise<Answer> {
    return JSON.parse(await this.must(...words, '--json')) as Answer;
  }
}
