import { type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import Libsql from 'libsql';
import { applicationLinksEntities, applicationLinksMigrations } from 'nestjs-drawbridge/application-links';
import { oauthProviderEntities, oauthProviderMigrations, serializeSqlite } from 'nestjs-drawbridge/oauth-provider';
import { DataSource, type DataSourceOptions } from 'typeorm';

const options: DataSourceOptions = {
  type: 'better-sqlite3',
  driver: Libsql,
  database: ':memory:',
  entities: [...oauthProviderEntities, ...applicationLinksEntities],
  migrations: [...oauthProviderMigrations, ...applicationLinksMigrations],
  migrationsRun: true,
};

/** A database in memory for a host that keeps everything else elsewhere. */
export const embeddedDatabase = (): DynamicModule =>
  TypeOrmModule.forRootAsync({
    useFactory: () => options,
    dataSourceFactory: async () => serializeSqlite(await new DataSource(options).initialize()),
  });
