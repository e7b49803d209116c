import { type EntityManager } from 'typeorm';

/** How a row is held until the transaction ends: against changes by others, or against readers who would change it too. */
export type RowLockMode = 'pessimistic_read' | 'pessimistic_write';

/** The option of a find that locks what it finds. SQLite has no row locks and needs none: its transactions take turns. */
export function rowLock(manager: EntityManager, mode: RowLockMode): { lock?: { mode: RowLockMode } } {
  return manager.dataSource.options.type === 'postgres' ? { lock: { mode } } : {};
}
