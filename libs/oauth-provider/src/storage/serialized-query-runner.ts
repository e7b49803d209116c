import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityManager, QueryRunner } from 'typeorm';
import type { BetterSqlite3QueryRunner } from 'typeorm/driver/better-sqlite3/BetterSqlite3QueryRunner.js';
import type { Turn, Turns } from './turns.js';

type QueryRunnerClass = new (...args: never[]) => BetterSqlite3QueryRunner;

/** The transaction that the running code belongs to; `turn` is set as soon as it has begun. */
interface Surroundings {
  turn?: Turn;
}

const retryEvery = 10;
const surroundings = new AsyncLocalStorage<Surroundings>();
let remembering = 0;

const isBusy = (error: unknown): boolean => {
  const { driverError } = error as { driverError?: { code?: unknown } };
  return String(driverError?.code).startsWith('SQLITE_BUSY');
};

// libsql takes a lone `null` or Buffer for named parameters and fails, or ends the process. An array it understands.
const asArray = (parameters?: unknown[]): unknown[] | undefined =>
  parameters?.length === 1 && typeof parameters[0] === 'object' ? [parameters] : parameters;

/**
 * Makes `manager.transaction` remember, for everything that its callback starts, which transaction it runs in. While none
 * runs, nothing is remembered: else Node would carry along every promise of the whole process.
 */
export function rememberTransactions(manager: EntityManager): EntityManager {
  const transaction = manager.transaction.bind(manager) as (...args: unknown[]) => Promise<unknown>;
  const remembered = (...args: unknown[]): Promise<unknown> => {
    const isInside = surroundings.getStore()?.turn?.isOver() === false;
    if (isInside) return transaction(...args);
    remembering++;
    return surroundings.run({}, transaction, ...args).finally(() => {
      if (--remembering === 0) surroundings.disable();
    });
  };
  return Object.assign(manager, { transaction: remembered });
}

/**
 * A query runner like `Plain` that has the connection to itself from the beginning of a transaction to its end, and
 * for the length of one statement otherwise.
 */
export function serialized<Class extends QueryRunnerClass>(Plain: Class, turns: Turns): Class {
  const Base: QueryRunnerClass = Plain;

  class SerializedQueryRunner extends Base {
    private turn: Turn | undefined;

    override async startTransaction(isolation?: Parameters<QueryRunner['startTransaction']>[0]): Promise<void> {
      const turn = this.turn ?? (await this.take('begin a transaction'));
      const isOutermost = turn !== this.turn;
      this.turn = turn;
      const around = surroundings.getStore();
      if (around) around.turn ??= turn;
      try {
        await super.startTransaction(isolation);
      } catch (error) {
        if (isOutermost) await this.abandon();
        throw error;
      }
    }

    override async commitTransaction(): Promise<void> {
      await super.commitTransaction();
      if (!this.isTransactionActive) this.giveBack();
    }

    override async rollbackTransaction(): Promise<void> {
      const isOutermost = this.transactionDepth <= 1;
      try {
        await super.rollbackTransaction();
      } finally {
        if (isOutermost) await this.abandon();
      }
    }

    override async query(query: string, parameters?: unknown[], useStructuredResult?: boolean): Promise<unknown> {
      const isOwn = this.turn !== undefined;
      // Taking the write lock at once makes a second process wait its turn; a later upgrade would fail instead.
      const statement = query === 'BEGIN TRANSACTION' ? 'BEGIN IMMEDIATE TRANSACTION' : query;
      const values = asArray(parameters);
      const run = () => super.query(statement, values, useStructuredResult) as Promise<unknown>;
      if (!isOwn) return this.alone(() => patiently(run));
      return statement !== query || query === 'COMMIT' ? patiently(run) : run();
    }

    // Inside a transaction this pragma would do nothing, so it must not fall into somebody else's.
    override async beforeMigration(): Promise<void> {
      await this.alone(() => super.beforeMigration());
    }

    override async afterMigration(): Promise<void> {
      await this.alone(() => super.afterMigration());
    }

    protected override async loadPragmaRecords(tablePath: string, pragma: string): Promise<unknown> {
      return this.alone(() => super.loadPragmaRecords(tablePath, pragma) as Promise<unknown>);
    }

    override async release(): Promise<void> {
      await this.abandon();
      await super.release();
      this.isReleased = true;
    }

    private async alone<Result>(work: () => Promise<Result>): Promise<Result> {
      if (this.turn) return work();
      const turn = await this.take('query');
      try {
        return await work();
      } finally {
        turn.end();
      }
    }

    private async take(purpose: string): Promise<Turn> {
      if (surroundings.getStore()?.turn?.isOver() === false) {
        throw new Error(
          `Tried to ${purpose} outside the transaction that is running here, and would wait for it for ever. ` +
            'Use the manager that the transaction passes to its callback, or wait until the transaction has ended.',
        );
      }
      return turns.take();
    }

    /** Ends the turn; whatever is still open in it is rolled back. */
    private async abandon(): Promise<void> {
      if (!this.turn) return;
      if (this.isTransactionActive) {
        // SQLite may have rolled back by itself, after a full disk for instance; then there is nothing to roll back.
        await super.query('ROLLBACK').catch(() => undefined);
        this.isTransactionActive = false;
        this.transactionDepth = 0;
      }
      this.giveBack();
    }

    private giveBack(): void {
      this.turn?.end();
      this.turn = undefined;
    }
  }

  /** Runs again while another process holds the file. Sleeps in between, where `busy_timeout` stops the process. */
  async function patiently(run: () => Promise<unknown>): Promise<unknown> {
    const deadline = performance.now() + turns.patience;
    for (;;) {
      try {
        return await run();
      } catch (error) {
        if (!isBusy(error) || performance.now() > deadline) throw error;
        await sleep(retryEvery);
      }
    }
  }

  return SerializedQueryRunner as unknown as Class;
}
