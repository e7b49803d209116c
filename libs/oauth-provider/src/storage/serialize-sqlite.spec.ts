import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Libsql from 'libsql';
import {
  Column,
  DataSource,
  type DataSourceOptions,
  Entity,
  type EntityManager,
  type MigrationInterface,
  PrimaryColumn,
  type QueryRunner,
  Table,
} from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isSerialized, serializeSqlite } from './serialize-sqlite.js';

@Entity('notes')
class Note {
  @PrimaryColumn({ type: 'varchar' })
  id!: string;

  @Column({ type: 'integer', default: 0 })
  count!: number;
}

class CreateNotes1700000000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    const columns = [
      { name: 'id', type: 'varchar', isPrimary: true },
      { name: 'count', type: 'integer', default: '0' },
    ];
    await queryRunner.createTable(new Table({ name: 'notes', columns }));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable('notes');
  }
}

const options = (database: string): DataSourceOptions => ({
  type: 'better-sqlite3',
  driver: Libsql,
  database,
  enableWAL: true,
  timeout: 20,
  entities: [Note],
  migrations: [CreateNotes1700000000000],
  migrationsRun: true,
});

const note = (id: string, count = 0): Note => Object.assign(new Note(), { id, count });
const pause = () => sleep(5);
const outcomes = async (...work: Promise<unknown>[]) => (await Promise.allSettled(work)).map((one) => one.status);
const ids = async (manager: EntityManager) => (await manager.find(Note, { order: { id: 'ASC' } })).map((one) => one.id);

let folder: string;
let dataSource: DataSource;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'serialize-sqlite-'));
});

afterEach(async () => {
  if (dataSource.isInitialized) await dataSource.destroy();
  await rm(folder, { recursive: true, force: true });
});

const insertSlowly = (id: string, fail = false) =>
  dataSource.transaction(async (manager) => {
    await manager.insert(Note, note(id));
    await pause();
    if (fail) throw new Error(`${id} is taken back`);
    await pause();
  });

const increment = () =>
  dataSource.transaction(async (manager) => {
    const { count } = await manager.findOneByOrFail(Note, { id: 'counter' });
    await pause();
    await manager.update(Note, 'counter', { count: count + 1 });
  });

const countOf = async (id: string) => (await dataSource.manager.findOneByOrFail(Note, { id })).count;

describe('the SQLite driver as TypeORM ships it', () => {
  beforeEach(async () => {
    dataSource = await new DataSource(options(join(folder, 'plain.db'))).initialize();
  });

  it('fails one of two transactions that run at once', async () => {
    expect(await outcomes(insertSlowly('a'), insertSlowly('b'))).toContain('rejected');
  });

  it('keeps what was rolled back while another transaction committed', async () => {
    await outcomes(insertSlowly('rolled back', true), insertSlowly('committed'));
    expect(await ids(dataSource.manager)).not.toEqual(['committed']);
  });

  it('loses a plain write that was answered while a transaction was open', async () => {
    const open = insertSlowly('rolled back', true);
    const write = dataSource.manager.insert(Note, note('plain'));
    expect(await outcomes(write, open)).toEqual(['fulfilled', 'rejected']);
    expect(await ids(dataSource.manager)).toEqual([]);
  });

  it('shows a plain read what is not committed', async () => {
    const open = insertSlowly('rolled back', true);
    await sleep(1);
    expect(await ids(dataSource.manager)).toEqual(['rolled back']);
    await outcomes(open);
  });

  it('fails transactions that read, change and write back', async () => {
    await dataSource.manager.insert(Note, note('counter'));
    expect(await outcomes(...Array.from({ length: 10 }, increment))).toContain('rejected');
  });

  it('turns a transaction inside a transaction into a savepoint without a word', async () => {
    await dataSource.transaction(async () => {
      await dataSource.transaction((inner) => inner.insert(Note, note('inner')));
    });
    expect(await ids(dataSource.manager)).toEqual(['inner']);
  });
});

describe.each(['file', 'memory'])('a serialised data source, %s', (place) => {
  beforeEach(async () => {
    await open();
  });

  const open = async (lockTimeout?: number) => {
    const database = place === 'memory' ? ':memory:' : join(folder, 'serialised.db');
    dataSource = await serializeSqlite(new DataSource(options(database)), { lockTimeout }).initialize();
  };

  it('is changed once', () => {
    const create: unknown = Reflect.get(dataSource.driver, 'createQueryRunner');
    expect(serializeSqlite(dataSource)).toBe(dataSource);
    expect(Reflect.get(dataSource.driver, 'createQueryRunner')).toBe(create);
    expect(isSerialized(dataSource)).toBe(true);
  });

  it('runs two transactions one after the other', async () => {
    expect(await outcomes(insertSlowly('a'), insertSlowly('b'))).toEqual(['fulfilled', 'fulfilled']);
    expect(await ids(dataSource.manager)).toEqual(['a', 'b']);
  });

  it('forgets what was rolled back and keeps what was committed meanwhile', async () => {
    const work = [insertSlowly('rolled back', true), insertSlowly('committed')];
    expect(await outcomes(...work)).toEqual(['rejected', 'fulfilled']);
    expect(await ids(dataSource.manager)).toEqual(['committed']);
  });

  it('keeps a plain write made while a transaction is open that rolls back', async () => {
    const open = insertSlowly('rolled back', true);
    const write = dataSource.manager.insert(Note, note('plain'));
    expect(await outcomes(write, open)).toEqual(['fulfilled', 'rejected']);
    expect(await ids(dataSource.manager)).toEqual(['plain']);
  });

  it('shows a plain read only what is committed', async () => {
    const open = insertSlowly('rolled back', true);
    await sleep(1);
    expect(await ids(dataSource.manager)).toEqual([]);
    await outcomes(open);
  });

  it('loses no update of ten transactions that read, change and write back', async () => {
    await dataSource.manager.insert(Note, note('counter'));
    await Promise.all(Array.from({ length: 10 }, increment));
    expect(await countOf('counter')).toBe(10);
  });

  it('lets exactly one of fifty conditional updates affect the row', async () => {
    await dataSource.manager.insert(Note, note('code'));
    const use = () => dataSource.getRepository(Note).update({ id: 'code', count: 0 }, { count: 1 });
    const results = await Promise.all(Array.from({ length: 50 }, use));
    expect(results.map((result) => result.affected ?? NaN).sort()).toEqual([...Array<number>(49).fill(0), 1]);
  });

  it('answers how many rows an update and a delete affected', async () => {
    const notes = dataSource.getRepository(Note);
    await notes.insert([note('a'), note('b')]);
    const change = (id: string) => notes.update({ id }, { count: 1 });
    const affected = [await change('a'), await change('a'), await change('none'), await notes.delete({ count: 1 })];
    expect(affected.map((result) => result.affected)).toEqual([1, 1, 0, 1]);
    expect((await notes.createQueryBuilder().update().set({ count: 2 }).execute()).affected).toBe(1);
    expect((await notes.delete({ count: 1 })).affected).toBe(0);
  });

  it('binds a parameter that stands alone, whatever it is', async () => {
    const answer = async (value: unknown) => (await dataSource.query<{ x: unknown }[]>('select ? as x', [value]))[0]?.x;
    expect(await answer(null)).toBeNull();
    expect(Buffer.from((await answer(Buffer.from('bytes'))) as ArrayBuffer).toString()).toBe('bytes');
    expect(await answer('text')).toBe('text');
  });

  it('keeps what many savers, readers and raw queries do at once apart', async () => {
    const notes = dataSource.getRepository(Note);
    const names = Array.from({ length: 40 }, (_, index) => `n${index.toString().padStart(2, '0')}`);
    await Promise.all(
      names.flatMap((id) => [
        notes.save(note(id)),
        dataSource.query('select count(*) from notes'),
        dataSource.createQueryBuilder().update(Note).set({ count: 1 }).where({ id }).execute(),
        insertSlowly(`${id} taken back`, true).catch(() => undefined),
      ]),
    );
    expect(await ids(dataSource.manager)).toEqual(names);
  });

  it('takes turns first come, first served', async () => {
    const order: string[] = [];
    const names = ['a', 'b', 'c', 'd'];
    await Promise.all(names.map((id) => insertSlowly(id).then(() => order.push(id))));
    expect(order).toEqual(names);
  });

  it('nests a transaction of the same manager as a savepoint', async () => {
    await dataSource.transaction(async (manager) => {
      await manager.insert(Note, note('outer'));
      const inner = manager.transaction(async (nested) => {
        await nested.insert(Note, note('inner'));
        throw new Error('inner only');
      });
      await expect(inner).rejects.toThrow('inner only');
      await manager.save(note('after'));
    });
    expect(await ids(dataSource.manager)).toEqual(['after', 'outer']);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['a transaction', () => dataSource.transaction(pause)],
    ['a repository', () => dataSource.getRepository(Note).find()],
    ['save', () => dataSource.manager.save(note('outside'))],
    ['a raw query', () => dataSource.query('select 1')],
    ['a query runner', () => dataSource.createQueryRunner().startTransaction()],
  ])('refuses %s of its own inside a running transaction, and rolls that back', async (_name, outside) => {
    const work = dataSource.transaction(async (manager) => {
      await manager.insert(Note, note('inside'));
      await outside();
    });
    await expect(work).rejects.toThrow(/outside the transaction that is running here.*Use the manager/);
    expect(await ids(dataSource.manager)).toEqual([]);
  });

  it('refuses that also in a transaction that waited for another', async () => {
    await dataSource.destroy();
    await open(200);
    const outside = () => dataSource.transaction(() => pause().then(() => dataSource.query('select 1')));
    const [, waited] = await Promise.allSettled([insertSlowly('a'), outside()]);
    expect(String((waited as PromiseRejectedResult).reason)).toContain('outside the transaction');
  });

  it('asks Node to carry nothing from promise to promise once no transaction runs', async () => {
    const disable = vi.spyOn(AsyncLocalStorage.prototype, 'disable');
    await Promise.all([insertSlowly('a'), insertSlowly('b')]);
    expect(disable).toHaveBeenCalledTimes(1);
    await outcomes(dataSource.transaction(() => Promise.reject(new Error('failed'))));
    expect(disable).toHaveBeenCalledTimes(2);
    disable.mockRestore();
  });

  it('lets work that a transaction left behind use the database once it has ended', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await dataSource.transaction(async () => {
      later = sleep(20).then(() => dataSource.transaction((manager) => manager.insert(Note, note('later'))));
    });
    await later;
    expect(await ids(dataSource.manager)).toEqual(['later']);
  });

  it('works with query runners used by hand', async () => {
    const first = dataSource.createQueryRunner();
    const second = dataSource.createQueryRunner();
    await first.startTransaction();
    const waiting = second.startTransaction();
    await first.manager.insert(Note, note('first'));
    await first.commitTransaction();
    await waiting;
    await second.manager.insert(Note, note('second'));
    await second.rollbackTransaction();
    await Promise.all([first.release(), second.release()]);
    expect(await ids(dataSource.manager)).toEqual(['first']);
    await expect(first.query('select 1')).rejects.toThrow(/released/i);
  });

  it('rolls back what a query runner leaves open when it is released', async () => {
    const runner = dataSource.createQueryRunner();
    await runner.startTransaction();
    await runner.startTransaction();
    await runner.manager.insert(Note, note('abandoned'));
    await runner.release();
    expect(await ids(dataSource.manager)).toEqual([]);
  });

  it('says what to do when a transaction is left open, and goes on when it is released at last', async () => {
    await dataSource.destroy();
    await open(400);
    const leaked = dataSource.createQueryRunner();
    await leaked.startTransaction();
    await expect(dataSource.manager.find(Note)).rejects.toThrow(
      /Waited 400 ms .* transaction has been open for \d+ ms.*release every query runner/,
    );
    await expect(insertSlowly('a')).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await leaked.release();
    expect(await ids(dataSource.manager)).toEqual([]);
  });

  it('goes on after statements, commits and rollbacks that fail', async () => {
    const runner = dataSource.createQueryRunner();
    await expect(runner.query('select nonsense')).rejects.toThrow('nonsense');
    await runner.startTransaction();
    await runner.query('ROLLBACK');
    await expect(runner.commitTransaction()).rejects.toThrow('no transaction is active');
    await expect(runner.rollbackTransaction()).rejects.toThrow('no transaction is active');
    await runner.release();
    await insertSlowly('a');
    expect(await ids(dataSource.manager)).toEqual(['a']);
  });

  it('migrates down and up, again and again', async () => {
    for (let round = 0; round < 2; round++) {
      await dataSource.manager.insert(Note, note('a'));
      await dataSource.undoLastMigration();
      expect(await dataSource.query("select name from sqlite_master where name = 'notes'")).toEqual([]);
      await dataSource.runMigrations();
      expect(await ids(dataSource.manager)).toEqual([]);
    }
  });

  it('works again after it was closed and opened', async () => {
    await ids(dataSource.manager);
    await dataSource.destroy();
    await dataSource.initialize();
    await insertSlowly('a');
    expect(await ids(dataSource.manager)).toEqual(['a']);
  });
});

describe('two processes on one serialised file', () => {
  const stranger = async (file: string, work: string) => {
    const script = `
      import Libsql from 'libsql';
      import { setTimeout as sleep } from 'node:timers/promises';
      const db = new Libsql(${JSON.stringify(file)}, { timeout: 10_000 });
      ${work}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = once(child, 'exit').then(([code]) => code as number);
    await once(child.stdout, 'data');
    return { exited };
  };

  const open = async (lockTimeout?: number) => {
    const file = join(folder, 'shared.db');
    dataSource = await serializeSqlite(new DataSource(options(file)), { lockTimeout }).initialize();
    return file;
  };

  const holdFor = (milliseconds: number) => `
    db.exec("begin immediate; insert into notes values ('theirs', 0)");
    console.log('holding');
    await sleep(${milliseconds});
    db.exec('commit');`;

  it('waits for the other process, without standing still', async () => {
    const other = await stranger(await open(), holdFor(600));
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    await Promise.all([insertSlowly('transaction'), dataSource.manager.insert(Note, note('statement'))]);
    clearInterval(ticking);
    expect(await other.exited).toBe(0);
    expect(await ids(dataSource.manager)).toEqual(['statement', 'theirs', 'transaction']);
    expect(ticks).toBeGreaterThan(5);
  });

  it('gives up after the lock timeout', async () => {
    const other = await stranger(await open(200), holdFor(1000));
    await expect(insertSlowly('a')).rejects.toThrow('database is locked');
    expect(await ids(dataSource.manager)).toEqual([]);
    expect(await other.exited).toBe(0);
  });

  it('loses no update when both read, change and write back', async () => {
    const file = await open();
    await dataSource.manager.insert(Note, note('counter'));
    const other = await stranger(
      file,
      `console.log('go');
      for (let round = 0; round < 50; round++) {
        db.exec('begin immediate');
        const { count } = db.prepare("select count from notes where id = 'counter'").get();
        await sleep(1);
        db.prepare("update notes set count = ? where id = 'counter'").run(count + 1);
        db.exec('commit');
        await sleep(1);
      }`,
    );
    for (let round = 0; round < 50; round++) await increment();
    expect(await other.exited).toBe(0);
    expect(await countOf('counter')).toBe(100);
  });
});
