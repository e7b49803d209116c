import { Inject, Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { type PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { digestOf } from '../tokens/digest.js';

/** One statement in both dialects. */
export interface Statement {
  readonly postgres: string;
  readonly sqlite: string;
  /** Under which PostgreSQL keeps it prepared. */
  readonly name: string;
}

/** A statement for {@link Statements}. It names the columns it answers: what is prepared outlives a migration. */
export function statement(postgres: string, sqlite: string): Statement {
  return { postgres, sqlite, name: `drawbridge_${digestOf(postgres).slice(0, 16)}` };
}

/** A statement that both dialects spell alike but for the placeholder of its one value, `?`. */
export const alike = (text: string): Statement => statement(text.replace('?', '$1'), text);

/** What is used of the pool of connections that TypeORM keeps. */
interface Pool {
  query<Row>(what: {
    readonly name?: string;
    readonly text: string;
    readonly values: readonly unknown[];
  }): Promise<{ readonly rows: readonly Row[] }>;
}

/** A list as the one value of a statement: an array on PostgreSQL, JSON on SQLite. */
export type List = readonly string[];

/**
 * Runs the few statements that requests wait for: past TypeORM, whose query runner takes longer than they do, and prepared
 * once for each connection. Never on a replica, which may lag behind.
 */
@Injectable()
export class Statements {
  private readonly isPostgres: boolean;

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {
    this.isPostgres = dataSource.options.type === 'postgres';
  }

  /** The rows of one statement, as the driver gives them. Outside of every transaction. */
  async rows<Row>(what: Statement, ...values: readonly (string | number | List)[]): Promise<readonly Row[]> {
    return this.isPostgres ? this.fromPostgres(what, values) : this.fromSqlite(what, values);
  }

  private async fromPostgres<Row>({ postgres: text, name }: Statement, given: readonly unknown[]) {
    const pool = (this.dataSource.driver as PostgresDriver).master as Pool;
    const values = [...given];
    this.dataSource.logger.logQuery(text, values);
    try {
      const { rows } = await pool.query<Row>({ text, values, ...(this.options.preparedStatements ? { name } : {}) });
      return rows;
    } catch (error) {
      this.dataSource.logger.logQueryError(error as Error, text, values);
      throw new QueryFailedError(text, values, error as Error); // as TypeORM does: hosts tell by it what to answer
    }
  }

  private fromSqlite<Row>({ sqlite }: Statement, values: readonly unknown[]) {
    const plain = values.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));
    return this.dataSource.query<Row[]>(sqlite, plain);
  }
}
