import type { DataSource } from 'typeorm';
import type { BetterSqlite3Driver } from 'typeorm/driver/better-sqlite3/BetterSqlite3Driver.js';
import type { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import { rememberTransactions, serialized } from './serialized-query-runner.js';
import { Turns } from './turns.js';

/** How `serializeSqlite` behaves. */
export class SerializeSqliteOptions {
  /** How long a transaction or a statement waits for the one before it, in milliseconds. Default: 30 000. */
  readonly lockTimeout?: number;
}

const done = new WeakSet<DataSource>();

/** Whether `serializeSqlite` has changed this data source. */
export function isSerialized(dataSource: DataSource): boolean {
  return done.has(dataSource);
}

/**
 * Makes transactions on SQLite right under concurrency, and answers the same data source.
 *
 * TypeORM's SQLite drivers share one query runner among everybody: concurrent transactions fail, join each other, or
 * lose what a bystander wrote. Afterwards everybody gets a runner of their own, and one transaction or statement at a
 * time has the connection. Using the database outside the transaction that is running throws, and so does waiting
 * longer than `lockTimeout` (code `SQLITE_BUSY`). Does nothing the second time, and nothing to another database. Call it before or after
 * `initialize()`, but before the first query.
 */
export function serializeSqlite(dataSource: DataSource, options: SerializeSqliteOptions = {}): DataSource {
  if (dataSource.options.type !== 'better-sqlite3' || done.has(dataSource)) return dataSource;
  done.add(dataSource);

  const driver = dataSource.driver as BetterSqlite3Driver;
  const Plain = driver.createQueryRunner('master').constructor as new (
    driver: BetterSqlite3Driver,
  ) => BetterSqlite3QueryRunner;
  const Serialized = serialized(Plain, new Turns(options.lockTimeout ?? 30_000));
  const statements = new WeakMap<object, unknown>();

  driver.createQueryRunner = () => {
    const runner = new Serialized(driver);
    const connection = driver.databaseConnection as object | undefined;
    if (connection) {
      // Every runner prepares statements for the same connection, so what one has prepared serves all of them.
      const own = runner as unknown as { stmtCache: unknown };
      if (!statements.has(connection)) statements.set(connection, own.stmtCache);
      own.stmtCache = statements.get(connection);
    }
    return runner;
  };

  const createEntityManager = dataSource.createEntityManager.bind(dataSource);
  dataSource.createEntityManager = (queryRunner) => rememberTransactions(createEntityManager(queryRunner));
  rememberTransactions(dataSource.manager);
  return dataSource;
}
