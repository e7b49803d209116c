import { Logger } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { batchedReads } from '../batches/batches.js';
import { isStorageAway } from '../errors/storage-away.js';
import { traceOf } from '../errors/trace.js';

interface Row {
  readonly key: string;
  readonly points: number;
}

/** Reads counts of failures, one statement for all who ask at one moment. */
export class StoredCounts {
  private readonly logger = new Logger('Throttle');
  private readonly reads = batchedReads((keys: ReadonlySet<string>) => this.readAll([...keys]));

  constructor(
    private readonly dataSource: DataSource,
    private readonly tableName: string,
  ) {}

  /** The failures of a key that are stored; 0 while the database is away. Never rejects. */
  async of(key: string): Promise<number> {
    return (await this.reads.add(key)) ?? 0;
  }

  private async readAll(keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
    try {
      const rows = await this.rows(keys, Date.now()); // the limiter writes the system's time
      return new Map(rows.map(({ key, points }) => [key, points]));
    } catch (error) {
      if (!isStorageAway(error)) this.logger.error(traceOf(error));
      return new Map();
    }
  }

  private rows(keys: readonly string[], now: number): Promise<readonly Row[]> {
    const select = (among: string, later: string) =>
      `SELECT key, points FROM ${this.tableName} WHERE key ${among} AND (expire > ${later} OR expire IS NULL)`;
    return this.dataSource.options.type === 'postgres'
      ? this.dataSource.query<Row[]>(select('= ANY($1)', '$2'), [keys, now])
      : this.dataSource.query<Row[]>(select('IN (SELECT value FROM json_each(?))', '?'), [JSON.stringify(keys), now]);
  }
}
