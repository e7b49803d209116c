import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import {
  endpoint,
  type ForeignClient,
  type ForeignClientOptions,
  type ForeignTokens,
  fromAnswer,
} from '../support/foreign-client.js';

/**
 * A client in another language: a program that reads one line of JSON for each step and answers with one.
 * The first says who it is, the second where the person came back, every further one is a refresh token.
 */
export class ProgramClient implements ForeignClient {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private errors = '';

  constructor(
    [command, ...args]: readonly [string, ...string[]],
    private readonly options: ForeignClientOptions,
  ) {
    this.process = spawn(command, args);
    this.process.stderr.on('data', (text: Buffer) => (this.errors += text.toString()));
    this.process.stdin.on('error', () => undefined);
    this.lines = createInterface(this.process.stdout)[Symbol.asyncIterator]();
  }

  async begin(): Promise<URL> {
    const { wiki } = this.options;
    const endpoints = { authorize: endpoint(wiki, 'authorize'), token: endpoint(wiki, 'token') };
    const { url } = await this.step<{ url: string }>({ ...this.options, ...endpoints });
    return new URL(url);
  }

  async finish(callback: URL): Promise<ForeignTokens> {
    return fromAnswer(await this.step({ callback: callback.href }));
  }

  async refresh({ refreshToken }: ForeignTokens): Promise<ForeignTokens> {
    const answer = await this.step({ refreshToken });
    this.process.stdin.end();
    return fromAnswer(answer);
  }

  private async step<Answer extends object>(input: object): Promise<Answer> {
    this.process.stdin.write(`${JSON.stringify(input)}\n`);
    const line = await this.lines.next();
    if (line.done) throw new Error(`The program ended: ${this.errors}`);
    return JSON.parse(line.value) as Answer;
  }
}
