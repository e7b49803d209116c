import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the PostgreSQL of this test run is reached, as somebody who may create databases. */
    postgresUrl: string;
    /** Whether what is promised on every kind of database is tried on one alone. */
    onlySqlite?: true;
  }
}

/** A new, empty database and a data folder of its own. */
export interface FreshDatabase {
  /** The value for `DATABASE_URL`; absent for SQLite, which lives in the data folder. */
  readonly url?: string;
  readonly dataDir: string;
  /** Removes both. Connections that are still open are cut. */
  drop(): Promise<void>;
}

/** A kind of database that every promise is tested on. */
export interface TestDatabase {
  readonly name: string;
  fresh(): Promise<FreshDatabase>;
  toString(): string;
}

const newFolder = () => mkdtemp(join(tmpdir(), 'drawbridge-test-'));
const remove = (folder: string) => rm(folder, { recursive: true, force: true });

async function onServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgresUrl') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The embedded one. */
export const sqlite: TestDatabase = {
  name: 'SQLite',
  toString: () => 'SQLite',
  async fresh() {
    const dataDir = await newFolder();
    return { dataDir, drop: () => remove(dataDir) };
  },
};

/** For what only several nodes on one database can show. */
export const postgres: TestDatabase = {
  name: 'PostgreSQL',
  toString: () => 'PostgreSQL',
  async fresh() {
    const name = `drawbridge_${randomBytes(8).toString('hex')}`;
    await onServer(`create database ${name}`);
    const dataDir = await newFolder();
    const url = new URL(inject('postgresUrl'));
    url.pathname = name;
    const drop = async () => {
      await onServer(`drop database if exists ${name} with (force)`);
      await remove(dataDir);
    };
    return { url: url.href, dataDir, drop };
  },
};

/** For `describe.each(databases)('on %s', (database) => …)`. */
export const databases: readonly TestDatabase[] = inject('onlySqlite') ? [sqlite] : [sqlite, postgres];
