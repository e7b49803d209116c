import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type CleaningProgress } from './cleaning-progress.js';
import { type DeadRowBounds, type DeadRows, deadRows } from './dead-rows.js';

const dayInMilliseconds = 86_400_000;

/** What one batch did. */
export interface CleanedBatch {
  readonly removed: number;
  /** The key it stopped at; `null` at the end of the table. */
  readonly last: readonly string[] | null;
}

/**
 * Walks tables along their primary keys and removes what is dead, a fixed number of rows looked at a statement. The walk
 * needs no index of its own, so a refresh changes no indexed column and can stay a heap-only update on PostgreSQL.
 */
@Injectable()
export class CleaningBatches {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Cleans the next rows of a table. Waits for no row that somebody else is changing: the next round finds it again. */
  async next({ table, after }: CleaningProgress): Promise<CleanedBatch> {
    const rows = deadRows[table];
    const last = await this.endOfBatch(rows, after);
    const removed = await this.remove(rows, after, last);
    const isOver = rows.isOldestFirst === true && removed < this.options.cleaningBatch;
    return { removed, last: isOver ? null : last };
  }

  private async endOfBatch({ entity, key }: DeadRows, after: readonly string[] | null): Promise<string[] | null> {
    const query = this.dataSource.manager.createQueryBuilder().from(entity, 'it').select([]);
    for (const column of key) query.addSelect(`it.${column}`, column).addOrderBy(`it.${column}`);
    if (after) query.where(`${tuple(key)} > ${placeholders('after', key)}`, values('after', after));
    const row = await query
      .offset(this.options.cleaningBatch - 1)
      .limit(1)
      .getRawOne<Record<string, string>>();
    return row ? key.map((column) => row[column] ?? '') : null;
  }

  private async remove(rows: DeadRows, after: readonly string[] | null, last: readonly string[] | null) {
    const { manager, options } = this.dataSource;
    const { entity, key, condition } = rows;
    const range = [
      ...(after ? [`${tuple(key)} > ${placeholders('after', key)}`] : []),
      ...(last ? [`${tuple(key)} <= ${placeholders('last', key)}`] : []),
      // Says nothing new, but of pairs alone PostgreSQL cannot tell how few these are, and reads the whole table.
      ...(after ? [`it.${key[0] ?? ''} >= :after0`] : []),
      ...(last ? [`it.${key[0] ?? ''} <= :last0`] : []),
    ];
    const skip = options.type === 'postgres' ? 'FOR UPDATE OF it SKIP LOCKED' : '';
    const dead = `SELECT ${key.map((column) => `it.${column}`).join(', ')}
      FROM ${this.dataSource.getMetadata(entity).tablePath} it
      WHERE ${[...range, `(${condition})`].join(' AND ')} ${skip}`;
    const { affected } = await manager
      .createQueryBuilder()
      .delete()
      .from(entity)
      .where(`(${key.join(', ')}) IN (${dead})`, {
        ...values('after', after ?? []),
        ...values('last', last ?? []),
        ...this.bounds(),
      })
      .execute();
    return affected ?? 0;
  }

  private bounds(): DeadRowBounds {
    const now = this.clock.now();
    const { keepUsageDays, keepEventsDays, keepEndedSeconds } = this.options;
    const usageSince = now - keepUsageDays * dayInMilliseconds;
    const day = new Date(usageSince).toISOString().slice(0, 10);
    const hour = new Date(now - 2 * dayInMilliseconds).toISOString().slice(0, 13);
    const eventsSince = keepEventsDays === 0 ? 0 : now - keepEventsDays * dayInMilliseconds;
    return { now, before: now - keepEndedSeconds * 1000, day, hour, usageSince, eventsSince };
  }
}

const tuple = (key: readonly string[]): string => `(${key.map((column) => `it.${column}`).join(', ')})`;

const placeholders = (name: string, key: readonly string[]): string =>
  `(${key.map((_, index) => `:${name}${index}`).join(', ')})`;

const values = (name: string, key: readonly string[]): Record<string, string> =>
  Object.fromEntries(key.map((value, index) => [`${name}${index}`, value]));
