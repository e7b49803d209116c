import { type INestApplicationContext, type Type } from '@nestjs/common';
import { EventListeners } from 'nestjs-drawbridge/oauth-provider';
import { createPreview } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { type DrawbridgeCommandOptions } from '../drawbridge-command.options.js';
import { Failure } from '../output/failure.js';
import { StandardErrorLogger } from './standard-error.logger.js';

/** Something of the host's application. */
export type Find = <Wanted>(token: Type<Wanted> | (abstract new (...args: never[]) => Wanted)) => Wanted;

/** The host's application while a command works with it. */
export interface OpenHost {
  readonly app: INestApplicationContext;
  readonly get: Find;
}

/** Opens the host's application for a command, and closes it again. */
export class CommandHost {
  constructor(readonly options: DrawbridgeCommandOptions) {}

  /** Lets `work` use the host's own services on the host's own data. */
  async use<Result>(work: (host: OpenHost) => Promise<Result>): Promise<Result> {
    const logger = new StandardErrorLogger();
    const app = await this.options.create({ logger, abortOnError: false });
    logger.speak();
    const get: Find = (token) => app.get(token, { strict: false });
    try {
      await refuseOtherData(get(DataSource));
      get(EventListeners).onModuleInit(); // the host hears of what a command does, as of everything else
      return await work({ app, get });
    } finally {
      await app.close();
    }
  }

  /** The application with its routes alone; nothing of it is constructed and no data is opened. */
  preview(): Promise<INestApplicationContext> {
    return createPreview((options) => this.options.create(options));
  }
}

/** @throws Failure where the data are not those of a host that runs, or not as this version needs them */
async function refuseOtherData(dataSource: DataSource): Promise<void> {
  const { type, database } = dataSource.options;
  if (type === 'better-sqlite3' && (database === '' || database === ':memory:'))
    throw new Failure(
      'failed',
      'The database of this host is in the memory of its process, where no command reaches it. Use the pages instead.',
    );
  if (dataSource.migrations.length > 0 && (await dataSource.showMigrations()))
    throw new Failure(
      'failed',
      'The tables are not as this version needs them. Start the host of this version once, which brings them up to date.',
    );
}
