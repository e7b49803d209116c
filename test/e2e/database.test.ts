import { applicationLinksEntities, applicationLinksMigrations } from 'nestjs-drawbridge/application-links';
import { oauthProviderEntities, oauthProviderMigrations, serializeSqlite } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, type EntityMetadata } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WikiConfig } from '../../apps/wiki/src/config/wiki-config.js';
import { dataSourceOptions } from '../../apps/wiki/src/database/wiki-database.js';
import { wikiEntities, wikiMigrations } from '../../apps/wiki/src/database/wiki-schema.js';
import { databases, type FreshDatabase } from '../support/databases.js';

const schemas = {
  'the wiki and the libraries': {
    entities: [...wikiEntities, ...oauthProviderEntities, ...applicationLinksEntities],
    migrations: [...wikiMigrations, ...oauthProviderMigrations, ...applicationLinksMigrations],
  },
  'the libraries': {
    entities: [...oauthProviderEntities, ...applicationLinksEntities],
    migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
  },
  'oauth-provider alone': { entities: [...oauthProviderEntities], migrations: [...oauthProviderMigrations] },
};

const valueFor = ({ type, isArray }: EntityMetadata['columns'][number]): unknown => {
  if (isArray) return [];
  switch (type) {
    case 'boolean':
      return true;
    case 'integer':
    case 'bigint':
      return 1;
    case 'uuid':
      return '00000000-0000-4000-8000-000000000000';
    case 'simple-json':
    case 'json':
    case 'jsonb':
      return {};
    default:
      return 'x';
  }
};

/** A row whose references fit, because every row of every table holds the same values. */
const rowFor = ({ columns }: EntityMetadata) =>
  Object.fromEntries(columns.map((column) => [column.propertyName, valueFor(column)]));

/** Referred-to tables first, as the arrays list them. */
const fill = async (dataSource: DataSource, entities: readonly (new () => object)[]) => {
  for (const entity of entities) await dataSource.getRepository(entity).insert(rowFor(dataSource.getMetadata(entity)));
};

describe.each(databases)('on %s', (database) => {
  describe.each(Object.entries(schemas))('the schema of %s', (_name, schema) => {
    let fresh: FreshDatabase;
    let dataSource: DataSource;

    beforeEach(async () => {
      fresh = await database.fresh();
      const config = new WikiConfig({ databaseUrl: fresh.url, dataDir: fresh.dataDir });
      dataSource = await serializeSqlite(new DataSource(dataSourceOptions(config, schema))).initialize();
      await dataSource.runMigrations();
    });

    afterEach(async () => {
      await dataSource.destroy();
      await fresh.drop();
    });

    const differences = async () =>
      (await dataSource.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);

    const tablesThere = async () => {
      const runner = dataSource.createQueryRunner();
      const names = dataSource.entityMetadatas.map(({ tableName }) => tableName);
      const there: string[] = [];
      for (const name of names) if (await runner.hasTable(name)) there.push(name);
      await runner.release();
      return there;
    };

    it('is what the entities say, and one column too many would be noticed', async () => {
      expect(await differences()).toEqual([]);
      await dataSource.query(`alter table ${dataSource.entityMetadatas[0]?.tablePath} add column surplus integer`);
      expect(await differences()).not.toEqual([]);
    });

    it('has no index over what changes with every use, so that PostgreSQL can change a row in its place', () => {
      const indexed = dataSource.entityMetadatas.flatMap(({ indices, tableName }) =>
        indices.flatMap(({ columns }) => columns.map(({ databaseName }) => `${tableName}.${databaseName}`)),
      );
      expect(indexed).toContain('drawbridge_family.grant_id');
      const changing = /last_used_at$|_family\.(?!grant_id)/;
      expect(indexed.filter((column) => changing.test(column))).toEqual([]);
    });

    it('goes down to nothing and up again, with data in place', async () => {
      for (let round = 0; round < 2; round++) {
        await fill(dataSource, schema.entities);
        for (let step = 0; step < schema.migrations.length; step++) await dataSource.undoLastMigration();
        expect(await tablesThere()).toEqual([]);
        await dataSource.runMigrations();
        expect(await differences()).toEqual([]);
      }
    });

    it('keeps the rows of the other steps while the last one goes and comes, and notices that it is gone', async () => {
      await fill(dataSource, schema.entities);
      await dataSource.undoLastMigration();
      expect(await differences()).not.toEqual([]);
      const kept = await tablesThere();
      const counts = await Promise.all(
        dataSource.entityMetadatas
          .filter(({ tableName }) => kept.includes(tableName))
          .map(({ target }) => dataSource.getRepository(target).count()),
      );
      expect(counts).toEqual(kept.map(() => 1));
      await dataSource.runMigrations();
      expect(await differences()).toEqual([]);
    });
  });
});
