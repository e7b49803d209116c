import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type DataSource, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { wikiEntities } from '../database/wiki-schema.js';
import { FailedSignIns } from '../sessions/failed-sign-ins.entity.js';
import { Session } from '../sessions/session.entity.js';

const batch = 500;

/**
 * Writes the wiki's tables, all as of one moment and without sessions and failed sign-ins, to a gzipped file of JSON lines: first one line
 * `{"site":"wiki","format":1,"at":…}`, then one `{"table":…,"row":…}` a row. The file appears under its name only when it is whole; when it cannot be written, nothing is left of it.
 */
export async function writeSiteExport(database: DataSource, path: string, at: number): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w', 0o600);
  const isolation = database.options.type === 'postgres' ? 'REPEATABLE READ' : 'SERIALIZABLE';
  try {
    await database.transaction(isolation, (manager) =>
      pipeline(Readable.from(lines(manager, at)), createGzip(), file.createWriteStream({ flush: true })),
    );
    await rename(unfinished, path);
  } catch (error) {
    await file.close();
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function* lines(manager: EntityManager, at: number): AsyncGenerator<string> {
  yield `${JSON.stringify({ site: 'wiki', format: 1, at })}\n`;
  for (const entity of wikiEntities.filter((entity) => entity !== Session && entity !== FailedSignIns)) {
    const { tableName: table } = manager.connection.getMetadata(entity);
    for await (const row of rows(manager, entity)) yield `${JSON.stringify({ table, row })}\n`;
  }
}

async function* rows(manager: EntityManager, entity: EntityTarget<ObjectLiteral>): AsyncGenerator<ObjectLiteral> {
  const order = Object.fromEntries(
    manager.connection.getMetadata(entity).primaryColumns.map(({ propertyName }) => [propertyName, 'ASC' as const]),
  );
  for (let start = 0; ; start += batch) {
    const part = await manager.find(entity, { order, skip: start, take: batch });
    yield* part;
    if (part.length < batch) return;
  }
}
