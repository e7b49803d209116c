import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { databases, type FreshDatabase } from '../../../../test/support/databases.js';
import { WikiConfig } from '../config/wiki-config.js';
import { migrate } from './start-lock.js';
import { dataSourceOptions } from './wiki-database.js';
import { wikiEntities, wikiMigrations } from './wiki-schema.js';

describe.each(databases)('the migrations on %s', (database) => {
  let fresh: FreshDatabase;
  let dataSource: DataSource;

  beforeEach(async () => {
    fresh = await database.fresh();
    const config = new WikiConfig({ databaseUrl: fresh.url, dataDir: fresh.dataDir });
    const schema = { entities: wikiEntities, migrations: wikiMigrations };
    dataSource = await new DataSource(dataSourceOptions(config, schema)).initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await fresh.drop();
  });

  it('make exactly the tables that the entities describe', async () => {
    await migrate(dataSource);
    const missing = await dataSource.driver.createSchemaBuilder().log();
    expect(missing.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('go back and forth', async () => {
    await migrate(dataSource);
    for (let steps = wikiMigrations.length; steps > 0; steps--) await dataSource.undoLastMigration();
    await migrate(dataSource);
    expect(await dataSource.manager.count(wikiEntities[0]!)).toBe(0);
  });
});
