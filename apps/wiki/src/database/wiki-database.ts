import { type TypeOrmModuleAsyncOptions } from '@nestjs/typeorm';
import Libsql from 'libsql';
import { serializeSqlite } from 'nestjs-drawbridge/oauth-provider';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { type WikiConfig } from '../config/wiki-config.js';
import { migrate } from './start-lock.js';

/** The tables and steps that belong into the wiki's one database. */
export type Schema = Pick<DataSourceOptions, 'entities' | 'migrations'>;

/** Which database to open: PostgreSQL when the configuration names one, else a SQLite file in the data folder. */
export function dataSourceOptions(config: WikiConfig, schema: Schema): DataSourceOptions {
  if (config.databaseUrl) return { type: 'postgres', url: config.databaseUrl, connectTimeoutMS: 5_000, ...schema };
  return {
    type: 'better-sqlite3',
    driver: Libsql,
    database: sqliteFile(config),
    enableWAL: true,
    timeout: 50,
    ...schema,
  };
}

/** Opens the wiki's database, brings its tables up to date, and makes SQLite safe for concurrent requests. */
export const wikiDatabase = (config: WikiConfig, schema: Schema): TypeOrmModuleAsyncOptions => ({
  useFactory: () => ({
    ...dataSourceOptions(config, schema),
    retryAttempts: config.databaseUrl && config.beginsAnew ? 5 : 0,
  }),
  dataSourceFactory: async () => {
    if (config.beginsAnew) await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    else refuseWithoutWiki(config);
    const dataSource = await new DataSource(dataSourceOptions(config, schema)).initialize();
    serializeSqlite(dataSource);
    if (config.beginsAnew) await migrate(dataSource);
    return dataSource;
  },
});

const sqliteFile = (config: WikiConfig): string => join(config.dataDir, 'wiki.sqlite');

/** SQLite would begin an empty file. */
function refuseWithoutWiki(config: WikiConfig): void {
  if (config.databaseUrl === undefined && !existsSync(sqliteFile(config)))
    throw new Error(
      `There is no wiki in ${config.dataDir}. Set WIKI_DATA_DIR to its folder, or DATABASE_URL to its database.`,
    );
}
