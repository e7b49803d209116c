import type { INestApplication, Type } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Clock } from 'nestjs-drawbridge/host';
import { AppModule } from '../../apps/wiki/src/app.module.js';
import { WikiConfig } from '../../apps/wiki/src/config/wiki-config.js';
import { adapterFor, configureWiki } from '../../apps/wiki/src/create-wiki.js';
import type { FreshDatabase, TestDatabase } from './databases.js';
import { freePort } from './free-port.js';
import { TestClock } from './test-clock.js';

/** What a wiki is started with. */
export interface StartWikiOptions {
  /** A kind of database: a fresh one is made and dropped with the wiki. Or one that exists and stays. */
  readonly database: TestDatabase | FreshDatabase;
  /** Default: `express`. */
  readonly platform?: WikiConfig['platform'];
  /** For instance `/confluence`. Default: none. */
  readonly contextPath?: string;
  /** Further settings; nothing is cleaned away unless they say so. A `baseUrl` among them is what the wiki believes; it still listens at a port of its own. */
  readonly config?: Partial<WikiConfig>;
  /** What is mounted besides the wiki's own, before it listens. */
  readonly mount?: (app: INestApplication) => unknown;
}

/** Limits that a test does not reach which fails thousands of times a minute, from one address and on purpose. */
export const unthrottled = { failuresPerClient: 1000, failuresPerNetwork: 1_000_000 } as const;

/** A wiki in this process, listening on loopback, whose time can be moved. */
export interface RunningWiki {
  /** Its address with its context path, without a trailing slash. */
  readonly url: string;
  readonly app: INestApplication;
  readonly clock: TestClock;
  readonly config: WikiConfig;
  readonly database: FreshDatabase;
  /** Something of the wiki's or the libraries' modules. */
  get<Wanted>(token: Type<Wanted> | (abstract new (...args: never[]) => Wanted)): Wanted;
  /** Stops it, and drops the database if it was made for it. */
  close(): Promise<void>;
}

/** Starts the wiki as its modules describe it, with the clock replaced. */
export async function startWiki(options: StartWikiOptions): Promise<RunningWiki> {
  const isNew = 'fresh' in options.database;
  const database = 'fresh' in options.database ? await options.database.fresh() : options.database;
  const drop = async () => {
    if (isNew) await database.drop();
  };
  try {
    const running = await listen(options, database);
    const close = async () => {
      await running.app.close();
      await drop();
    };
    return { ...running, database, close };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function listen(options: StartWikiOptions, database: FreshDatabase, attempts = 3) {
  const port = await freePort();
  const url = `http://localhost:${port}${options.contextPath ?? ''}`;
  const config = new WikiConfig({
    port,
    baseUrl: url,
    databaseUrl: database.url,
    dataDir: database.dataDir,
    platform: options.platform,
    ...options.config,
    oauth: { cleaningSeconds: 0, ...options.config?.oauth },
  });
  const clock = new TestClock();
  const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config)] })
    .overrideProvider(Clock)
    .useValue(clock)
    .compile();
  const app = module.createNestApplication<INestApplication>(adapterFor(config), { logger: ['error', 'fatal'] });
  try {
    configureWiki(app, config);
    await options.mount?.(app);
    await app.listen(port, '127.0.0.1');
  } catch (error) {
    await app.close();
    const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
    if (isTaken && attempts > 1) return listen(options, database, attempts - 1);
    throw error;
  }
  const get: RunningWiki['get'] = (token) => app.get(token, { strict: false });
  return { url, app, clock, config, get };
}
