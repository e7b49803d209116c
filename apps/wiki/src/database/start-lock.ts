import { type DataSource, type EntityManager } from 'typeorm';

const startLock = 7_238_001;

/** Runs the migrations; of several nodes that start at once on PostgreSQL, one after the other. */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type !== 'postgres') {
    await dataSource.runMigrations();
    return;
  }
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('select pg_advisory_lock($1)', [startLock]);
    await dataSource.runMigrations();
    await holder.query('select pg_advisory_unlock($1)', [startLock]);
  } finally {
    await holder.release();
  }
}

/** Makes the other nodes that come here wait until this transaction is over. SQLite lets one in by itself. */
export async function takeTurn(manager: EntityManager): Promise<void> {
  if (manager.connection.options.type === 'postgres')
    await manager.query('select pg_advisory_xact_lock($1)', [startLock]);
}
