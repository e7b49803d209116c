import type { FreshDatabase } from './databases.js';
import { freePort } from './free-port.js';
import { NodeProcess } from './node-process.js';

/** What the process is started with. */
export interface WikiProcessOptions {
  readonly database: FreshDatabase;
  /** The public address, when it is not the address it listens on; several nodes behind one name share it. */
  readonly baseUrl?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The built wiki as a process of its own: for tests that kill it, and for several nodes on one database. */
export class WikiProcess {
  private constructor(
    /** Where it listens, without a trailing slash. */
    readonly url: string,
    private readonly port: number,
    private readonly options: WikiProcessOptions,
    private process: NodeProcess,
  ) {}

  /** Starts one on a free port and waits until it answers. */
  static async start(options: WikiProcessOptions): Promise<WikiProcess> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    return new WikiProcess(url, port, options, await run(url, port, options));
  }

  get output(): string {
    return this.process.output;
  }

  get pid(): number {
    return this.process.pid;
  }

  /** Ends it without warning, as a crash would. */
  kill(): Promise<void> {
    return this.process.kill();
  }

  /** Ends it politely. */
  stop(): Promise<void> {
    return this.process.stop();
  }

  /** Starts it again on the same port, data folder and database. */
  async restart(): Promise<void> {
    await this.process.stop();
    this.process = await run(this.url, this.port, this.options);
  }
}

function run(url: string, port: number, { database, baseUrl, env }: WikiProcessOptions): Promise<NodeProcess> {
  const contextPath = baseUrl ? new URL(baseUrl).pathname.replace(/\/$/, '') : '';
  return NodeProcess.start('apps/wiki/dist/main.js', `${url}${contextPath}/login`, {
    PORT: port.toString(),
    BASE_URL: baseUrl ?? url,
    WIKI_DATA_DIR: database.dataDir,
    ...(database.url ? { DATABASE_URL: database.url } : {}),
    ...env,
  });
}
