import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { type EntityManager } from 'typeorm';
import { alike } from '../storage/statements.service.js';
import { allEndings } from './ending-count.entity.js';
import { Ending, type EndingKind } from './ending.entity.js';

/** What an ending is about; `all` has no subject. */
export type NewEnding =
  { readonly kind: Exclude<EndingKind, 'all'>; readonly subject: string } | { readonly kind: 'all' };

/** Tells every node what has ended, in the transaction that ends it. */
@Injectable()
export class Endings {
  constructor(@Inject(Clock) private readonly clock: Clock) {}

  /**
   * Says that the host has changed people: whether they may sign in, or how high they stand. With the option
   * `personChangesAreTold` a host calls it in the transaction of every such change, **last** in it: everybody who ends
   * something waits from then on until the transaction is through.
   *
   * @param manager of the host's transaction, of the data source that holds our tables
   */
  async personChanged(manager: EntityManager, ...userIds: readonly string[]): Promise<void> {
    await this.add(
      manager,
      userIds.map((subject) => ({ kind: 'person', subject })),
    );
  }

  /** The same for anybody and everybody, for instance when the host's people were restored from a backup. */
  async everybodyChanged(manager: EntityManager): Promise<void> {
    await this.add(manager, [{ kind: 'all' }]);
  }

  /** Adds endings, in a transaction and last in it: its lock makes them visible in the order of their numbers. */
  async add(manager: EntityManager, endings: readonly NewEnding[]): Promise<void> {
    if (endings.length === 0) return;
    const last = await this.count(manager, endings.length);
    const at = this.clock.now();
    const rows = endings.map((ending, index) => ({
      number: last - endings.length + index + 1,
      kind: ending.kind,
      subject: 'subject' in ending ? ending.subject : '',
      at,
    }));
    await manager.insert(Ending, rows);
  }

  /** Counts on, and holds the count until the transaction is through. Answers the number of the last. */
  private async count(manager: EntityManager, more: number): Promise<number> {
    const { sqlite, postgres } = alike(
      `INSERT INTO drawbridge_ending_count (id, number) VALUES ('${allEndings}', ?)
        ON CONFLICT (id) DO UPDATE SET number = drawbridge_ending_count.number + excluded.number RETURNING number`,
    );
    const isPostgres = manager.dataSource.options.type === 'postgres';
    const [row] = await manager.query<{ number: string | number }[]>(isPostgres ? postgres : sqlite, [more]);
    if (!row) throw new Error('Endings could not be counted.');
    return Number(row.number);
  }
}
