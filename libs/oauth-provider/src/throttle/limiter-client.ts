import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { isStorageAway } from '../errors/storage-away.js';
import { traceOf } from '../errors/trace.js';

/** A statement as rate-limiter-flexible hands it to a PostgreSQL client. */
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** The part of a PostgreSQL client that rate-limiter-flexible uses. */
export interface LimiterClient {
  query(statement: Statement): Promise<{ readonly rows: readonly unknown[]; readonly rowCount: number }>;
}

/**
 * Lets rate-limiter-flexible count in the host's one database: its PostgreSQL statements go through TypeORM, on
 * connections that are there already. SQLite understands the same statements once their parameters are spelled its way.
 */
export function limiterClient(dataSource: DataSource): LimiterClient {
  const logger = new Logger('Throttle');
  const isPostgres = dataSource.options.type === 'postgres';
  return {
    query: async ({ text, values }) => {
      const statement = isPostgres ? text : text.replaceAll(/\$(\d)/g, '?$1');
      const answer: unknown = await dataSource.query(statement, [...values]).catch((error: unknown) => {
        if (!isStorageAway(error)) logger.error(traceOf(error)); // the limiter goes on in memory and says nothing
        throw error;
      });
      const rows: readonly unknown[] = Array.isArray(answer) ? answer : [];
      return { rows, rowCount: rows.length };
    },
  };
}
