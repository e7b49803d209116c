import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databases, type FreshDatabase, postgres } from '../../../../test/support/databases.js';
import { type RunningWiki, startWiki } from '../../../../test/support/start-wiki.js';
import { PeopleService } from '../people/people.service.js';
import { BackupJob } from './backup-job.entity.js';
import { BackupService } from './backup.service.js';

const minute = 60_000;

const actorOf = async (wiki: RunningWiki) => {
  const people = wiki.get(PeopleService);
  return (await people.signedInUser((await people.byUsername('sysadmin')).id))!;
};

/** What a node leaves that was killed in the middle of a backup. */
async function leave(wiki: RunningWiki, fileName: string, beatAt = wiki.clock.now()): Promise<number> {
  const { id } = await wiki.get(DataSource).manager.save(
    Object.assign(new BackupJob(), {
      ...{ state: 'PROCESSING', fileName, size: null, requestedBy: (await actorOf(wiki)).id },
      ...{ createdAt: beatAt, beatAt, finishedAt: null, error: null },
    }),
  );
  const folder = join(wiki.config.dataDir, 'backups');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${fileName}.part`), 'half');
  return id;
}

const filesOf = (wiki: RunningWiki) => readdir(join(wiki.config.dataDir, 'backups'));

describe.each(databases)('backups on %s', (database) => {
  let fresh: FreshDatabase;
  let nodes: RunningWiki[];
  const start = async () => {
    const node = await startWiki({ database: fresh });
    nodes.push(node);
    return node;
  };

  beforeEach(async () => {
    fresh = await database.fresh();
    nodes = [];
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    for (const node of nodes) await node.app.close();
    await fresh.drop();
  });

  it('that a kill cut short long ago failed, and leave nothing behind', async () => {
    const before = await start();
    const id = await leave(before, 'site-1.json.gz', before.clock.now() - 6 * minute);
    await writeFile(join(before.config.dataDir, 'backups', 'site-0.json.gz.part'), 'of a job that nobody knows');
    await writeFile(join(before.config.dataDir, 'backups', 'site-0.json.gz'), 'whole');
    const after = await start();
    expect(await after.get(BackupService).byId(id)).toMatchObject({
      state: 'FAILED',
      error: 'The wiki was stopped before the backup was finished.',
    });
    expect(await filesOf(after)).toEqual(['site-0.json.gz']);
  });

  it('that cannot be written leave nothing behind either', async () => {
    const wiki = await start();
    const real = wiki.get(DataSource).transaction.bind(wiki.get(DataSource)) as (
      ...given: unknown[]
    ) => Promise<unknown>;
    vi.spyOn(wiki.get(DataSource), 'transaction').mockImplementation(async (...given: unknown[]) => {
      if (given.length > 1) throw new Error('no export today');
      return real(...given);
    });
    const job = await wiki.get(BackupService).start(await actorOf(wiki));
    await expect
      .poll(() => wiki.get(BackupService).byId(job.id))
      .toMatchObject({ state: 'FAILED', error: 'The backup could not be written.' });
    expect(await filesOf(wiki)).toEqual([]);
  });

  if (database !== postgres) return;

  it('that another node works on go on when a node starts, until that node was not heard of for 5 minutes', async () => {
    const first = await start();
    const id = await leave(first, 'site-1.json.gz');
    const second = await start();
    expect(await second.get(BackupService).byId(id)).toMatchObject({ state: 'PROCESSING', finishedAt: null });
    expect(await filesOf(second)).toEqual(['site-1.json.gz.part']);
    second.clock.advance(6 * minute);
    const { results } = await second.get(BackupService).list({ start: 0, limit: 1 });
    expect(results).toMatchObject([{ id, state: 'FAILED' }]);
    expect(await filesOf(second)).toEqual([]);
  });

  it('say that they go on, however long they take', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    const [first, second] = [await start(), await start()];
    const actor = await actorOf(first);
    const runner = first.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query('lock table wiki_person in access exclusive mode');
    let id = 0;
    try {
      ({ id } = await first.get(BackupService).start(actor));
      for (const node of [first, second]) node.clock.advance(60 * minute);
      await vi.advanceTimersByTimeAsync(minute);
      await expect
        .poll(async () => (await second.get(DataSource).manager.findOneByOrFail(BackupJob, { id })).beatAt)
        .toBeGreaterThan(second.clock.now() - minute);
      expect(await second.get(BackupService).byId(id)).toMatchObject({ state: 'PROCESSING' });
    } finally {
      await runner.commitTransaction();
      await runner.release();
    }
    await expect.poll(() => second.get(BackupService).byId(id)).toMatchObject({ state: 'FINISHED' });
  });
});
