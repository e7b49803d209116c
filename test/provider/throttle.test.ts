import { Logger } from '@nestjs/common';
import { EventRecord, FailureCounter } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FailureTally } from '../../libs/oauth-provider/src/throttle/failure-tally.js';
import { type Attempt, Throttle } from '../../libs/oauth-provider/src/throttle/throttle.service.js';
import { ThrottleCount } from '../../libs/oauth-provider/src/throttle/throttle-count.entity.js';
import { digestOf } from '../../libs/oauth-provider/src/tokens/digest.js';
import { SmallHost } from './small-host.js';

let host: SmallHost;
const throttle = () => host.get(Throttle);
const here = (subject: string, of: Partial<Attempt> = {}): Attempt => ({
  kind: 'client-authentication',
  subject,
  address: '192.0.2.7',
  ...of,
});
const fail = async (attempt: Attempt, times = 1) => {
  for (let count = 0; count < times; count++) await throttle().failed(attempt);
};
const failAndWrite = async (attempt: Attempt) => {
  await throttle().failed(attempt);
  await throttle().write();
};
const isHeard = (attempt: Attempt) =>
  throttle()
    .require(attempt)
    .then(
      () => true,
      () => false,
    );
const events = () => host.get(DataSource).manager.find(EventRecord, { order: { id: 'ASC' } });
const counts = () => host.get(DataSource).manager.count(ThrottleCount);

beforeEach(async () => {
  host = await SmallHost.start({ failuresPerClient: 2, failuresPerNetwork: 5, failureWindowSeconds: 60 });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await host.close();
});

describe('P21 failures', () => {
  it('count by name and network, to the limit of each, and nowhere else', async () => {
    expect(await throttle().require(here('a'))).toBe(0);
    await fail(here('a'));
    expect(await throttle().require(here('a'))).toBe(1);
    await fail(here('a'));
    expect(await isHeard(here('a'))).toBe(false);
    expect(await isHeard(here('b'))).toBe(true);
    expect(await isHeard(here('a', { address: '192.0.2.8' }))).toBe(true);
    expect(await isHeard(here('a', { kind: 'guess' }))).toBe(true);
    for (const subject of ['b', 'c', 'd']) await fail(here(subject));
    expect(await isHeard(here('new'))).toBe(false);
    expect(await isHeard(here('new', { address: null }))).toBe(true);
  });

  it('say when they will be forgotten, in whole seconds, and are forgotten then', async () => {
    await fail(here('a'), 2);
    const left = 60 - (Math.floor(host.clock.now() / 1000) % 60);
    host.clock.advance(1);
    await expect(throttle().require(here('a'))).rejects.toMatchObject({ retryAfterSeconds: left });
    host.clock.advance(left * 1000 - 2);
    await expect(throttle().require(here('a'))).rejects.toMatchObject({ retryAfterSeconds: 1 });
    host.clock.advance(1);
    expect(await isHeard(here('a'))).toBe(true);
  });

  it('are those that are known as such, and success forgets those in one name alone', async () => {
    const wrong = new Error('wrong');
    const run = (error?: Error) =>
      throttle().watch(
        here('a'),
        () => (error ? Promise.reject(error) : Promise.resolve('done')),
        (given) => given === wrong,
      );
    await expect(run(new Error('away'))).rejects.toThrow('away');
    expect(await throttle().require(here('a'))).toBe(0);
    await expect(run(wrong)).rejects.toThrow('wrong');
    expect(await throttle().require(here('a'))).toBe(1);
    expect(await run()).toBe('done');
    expect(await throttle().require(here('a'))).toBe(0);
    for (const subject of ['b', 'c', 'd', 'e']) await fail(here(subject));
    expect(await isHeard(here('a'))).toBe(false);
  });

  it('leave one event where they reach a limit, with the client where there is one', async () => {
    const { client } = await host.register();
    await fail(here(client.id), 3);
    const seen = { clientId: client.id, userId: null, actorId: null, address: '192.0.2.7' };
    const details = { limit: 'name', network: '192.0.2.7', seconds: 60 };
    expect(await events()).toMatchObject([{ type: 'client.authentication-throttled', ...seen, details }]);
    const other = await host.register();
    await fail(here(other.client.id), 2);
    expect((await events()).slice(1)).toMatchObject([
      { clientId: other.client.id, details: { limit: 'name' } },
      { clientId: null, details: { limit: 'network' } },
    ]);
    await fail(here('0'.repeat(32), { address: '192.0.2.8' }), 2);
    expect((await events()).at(-1)).toMatchObject({ clientId: null, details: { limit: 'name', network: '192.0.2.8' } });
    await fail(here('no id', { address: '192.0.2.9' }), 2);
    expect((await events()).at(-1)).toMatchObject({ clientId: null, details: { limit: 'name', network: '192.0.2.9' } });
  });

  it('of one moment count one by one, and cost one reading and one statement for each of both limits', async () => {
    const [reads, writes] = [host.statements('SELECT key'), host.statements('INSERT INTO drawbridge_throttle')];
    const { client } = await host.register();
    await Promise.all(Array.from({ length: 4 }, () => throttle().require(here(client.id))));
    expect(reads).toHaveLength(1);
    await Promise.all(Array.from({ length: 4 }, () => throttle().failed(here(client.id))));
    expect(writes).toHaveLength(2);
    expect((await events()).map(({ details }) => details)).toMatchObject([{ limit: 'name' }]);
    host.clock.advance(60_000);
    expect(await throttle().require(here(client.id))).toBe(0);
    await Promise.all(['b', 'c', 'd', 'e'].map((subject) => throttle().failed(here(subject))));
    await throttle().write();
    expect(writes).toHaveLength(4);
    for (const subject of ['b', 'c', 'd', 'e']) expect(await throttle().require(here(subject))).toBe(1);
    expect(await isHeard(here('c'))).toBe(true);
    await fail(here('d'));
    expect(await isHeard(here('c'))).toBe(false);
  });

  it('of forms are their person’s, whatever that is called', async () => {
    const { client } = await host.register();
    await fail(here(client.id, { kind: 'form' }), 2);
    expect(await events()).toMatchObject([{ type: 'form.throttled', clientId: null, actorId: client.id }]);
  });

  it('count on where their event cannot be written', async () => {
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    await host.get(DataSource).query('DROP TABLE drawbridge_event');
    await fail(here('a'), 2);
    expect(warn.mock.calls[0]?.[0]).toContain('An event of throttling could not be written.');
    expect(await isHeard(here('a'))).toBe(false);
  });

  it('count in memory while their table is away, and the log says so', async () => {
    const error = vi.spyOn(Logger.prototype, 'error').mockReturnValue();
    const warn = vi.spyOn(Logger.prototype, 'warn').mockReturnValue();
    await host.get(DataSource).query('DROP TABLE drawbridge_throttle');
    await fail(here('a'), 2);
    expect(await isHeard(here('a'))).toBe(false);
    expect(await isHeard(here('b'))).toBe(true);
    expect(error.mock.calls[0]?.[0]).toContain('drawbridge_throttle');
    expect(warn.mock.calls.map(([line]) => String(line))).toEqual([
      expect.stringContaining('Counts that are over could not be removed.'),
    ]);
  });

  it('that are over are removed with the first one of a window', async () => {
    await fail(here('a'));
    const { manager } = host.get(DataSource);
    await throttle().write();
    await manager.updateAll(ThrottleCount, { expire: 1 });
    await failAndWrite(here('b'));
    expect(await counts()).toBe(3);
    host.clock.advance(60_000);
    await failAndWrite(here('b'));
    expect(await counts()).toBe(4);
    await manager.updateAll(ThrottleCount, { expire: 1 });
    await failAndWrite(here('c'));
    expect(await counts()).toBe(5);
  });
});

describe('P21 what a node counts', () => {
  const counter = () =>
    new FailureCounter({ dataSource: host.get(DataSource), tableName: 'drawbridge_throttle', limit: 3, seconds: 60 });
  const onLimit = vi.fn(() => Promise.resolve());
  const add = (tally: FailureTally, times = 1) => Array.from({ length: times }, () => tally.add('k', onLimit));

  beforeEach(() => {
    onLimit.mockClear();
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('it knows at once, and other nodes a moment later', async () => {
    const [one, other] = [new FailureTally(counter()), new FailureTally(counter())];
    const writes = host.statements('INSERT INTO drawbridge_throttle');
    expect([one.known('k'), await one.count('k'), one.known('k')]).toEqual([null, 0, 0]);
    expect(add(one, 2)).toEqual([false, false]);
    expect([one.known('k'), await other.count('k'), writes]).toEqual([2, 0, []]);
    await vi.advanceTimersByTimeAsync(20);
    await vi.waitFor(() => expect(writes).toHaveLength(1));
    await one.write();
    expect(await other.count('k')).toBe(0);
    await vi.advanceTimersByTimeAsync(500);
    expect([other.known('k'), one.known('k')]).toEqual([null, null]);
    expect([await other.count('k'), await one.count('k')]).toEqual([2, 2]);
    await one.write();
    expect(writes).toHaveLength(1);
  });

  it('it reads again at the same moments whatever it relies on, together', async () => {
    const one = new FailureTally(counter());
    await one.count('early');
    await vi.advanceTimersByTimeAsync(499);
    await one.count('late');
    expect([one.known('early'), one.known('late')]).toEqual([0, 0]);
    await vi.advanceTimersByTimeAsync(1);
    expect([one.known('early'), one.known('late')]).toEqual([null, null]);
    const reads = host.statements('FROM drawbridge_throttle');
    await Promise.all([one.count('early'), one.count('late')]);
    expect([one.known('early'), one.known('late'), reads.length]).toEqual([0, 0, 1]);
  });

  it('it adds to what others counted, and the one whose writing reaches the limit says so', async () => {
    const [one, other] = [new FailureTally(counter()), new FailureTally(counter())];
    add(one, 2);
    add(other, 2);
    await Promise.all([one.write(), other.write()]);
    expect(onLimit).toHaveBeenCalledTimes(1);
    expect([one.known('k') === 4, other.known('k') === 4]).toContain(true);
    add(one);
    await one.write();
    expect([onLimit.mock.calls.length, one.known('k')]).toEqual([1, 5]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(one.known('k')).toBe(5);
  });

  it('it does not take what it never read for all there is', async () => {
    const [one, other] = [new FailureTally(counter()), new FailureTally(counter())];
    add(one, 2);
    await one.write();
    expect(add(other)).toEqual([false]);
    expect(other.known('k')).toBeNull();
    expect(await other.count('k')).toBe(3);
  });

  it('it says which failure is the last one that is heard, and forgets what is proven', async () => {
    const one = new FailureTally(counter());
    expect(add(one, 4)).toEqual([false, false, true, false]);
    const writing = one.write();
    add(one);
    await one.reset('k');
    await writing;
    expect([one.known('k'), await counter().count(digestOf('k'))]).toEqual([0, 0]);
    await one.write();
    expect(await counter().count(digestOf('k'))).toBe(0);
  });

  it('it keeps ten thousand counts in memory, and forgets the oldest', () => {
    const one = new FailureTally(counter());
    for (let number = 0; number < 10_000; number++) one.add(number.toString(), onLimit);
    for (let times = 0; times < 3; times++) one.add('0', onLimit);
    expect([one.known('0'), one.known('1')]).toEqual([4, null]);
    for (const key of ['5', '6']) one.add(key, onLimit);
    expect(one.known('0')).toBe(4);
    for (let times = 0; times < 3; times++) one.add('new', onLimit);
    expect([one.known('new'), one.known('0')]).toEqual([3, null]);
  });

  it('is written when it stops', async () => {
    await fail(here('a'));
    expect(await counts()).toBe(0);
    await throttle().beforeApplicationShutdown();
    expect(await counts()).toBe(2);
  });
});

describe('P21 a counter of failures', () => {
  const counter = () =>
    new FailureCounter({ dataSource: host.get(DataSource), tableName: 'drawbridge_throttle', limit: 3, seconds: 60 });

  it('counts for all nodes, and remembers by itself only what reached the limit', async () => {
    const [one, other] = [counter(), counter()];
    expect([await one.add('k'), await other.add('k')]).toEqual([1, 2]);
    expect([await one.count('k'), await one.countHere('k')]).toEqual([2, 0]);
    expect(await other.add('k')).toBe(3);
    expect([await other.countHere('k'), await one.countHere('k')]).toEqual([3, 0]);
    expect([await one.count('k'), await one.countHere('k')]).toEqual([3, 3]);
    expect([await one.count('other'), await one.countHere('other')]).toEqual([0, 0]);
    expect(one.limit).toBe(3);
  });

  it('takes back what was none, and is open again below the limit', async () => {
    const one = counter();
    for (let count = 0; count < 4; count++) await one.add('k');
    await one.takeBack('k');
    expect([await one.count('k'), await one.countHere('k')]).toEqual([4, 4]);
    await one.takeBack('k');
    expect([await one.count('k'), await one.countHere('k')]).toEqual([2, 0]);
  });

  it('forgets a key here and everywhere, and no other', async () => {
    const one = counter();
    for (let count = 0; count < 3; count++) await one.add('k');
    await one.add('other');
    await one.reset('k');
    expect([await one.count('k'), await one.countHere('k'), await counter().count('k')]).toEqual([0, 0, 0]);
    expect(await one.count('other')).toBe(1);
  });
});
