import { setImmediate as turnOfTheLoop } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type RunOrder, SharedRuns } from './shared-runs.js';

/** Runs that end when they are told to. */
function runsOf(order: RunOrder) {
  const ends: (() => void)[] = [];
  const runs = new SharedRuns(() => new Promise<number>((end) => ends.push(() => end(ends.length))), order);
  return { runs, ends };
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await turnOfTheLoop();
}

describe('shared runs', () => {
  it('serve with one run who asks before it begins, also a turn of the event loop later', async () => {
    const { runs, ends } = runsOf('one at a time');
    const first = runs.join();
    await turns(1);
    expect(ends).toHaveLength(0);
    expect(runs.join()).toBe(first);
    await turns(2);
    expect(ends).toHaveLength(1);
  });

  it('P13 give nobody what a run finds out that began before they asked', async () => {
    const { runs, ends } = runsOf('one at a time');
    const first = runs.join();
    await turns(3);
    const second = runs.join();
    expect(second).not.toBe(first);
    await turns(3);
    expect(ends).toHaveLength(1);
    ends[0]?.();
    expect(await first).toBe(1);
    await turns(3);
    ends[1]?.();
    expect(await second).toBe(2);
  });

  it('begin beside a run that lasts, where none may hold up others', async () => {
    const { runs, ends } = runsOf('side by side');
    void runs.join();
    await turns(1);
    void runs.join();
    await turns(1);
    expect(ends).toHaveLength(2);
  });

  it('go on after one that fails', async () => {
    let fails = true;
    const runs = new SharedRuns(() => (fails ? Promise.reject(new Error('away')) : Promise.resolve('there')));
    await expect(runs.join()).rejects.toThrow('away');
    fails = false;
    expect(await runs.join()).toBe('there');
  });
});
