import { describe, expect, it, vi } from 'vitest';
import { type Statements } from '../storage/statements.service.js';
import { EndingWatch } from './ending-watch.service.js';

const stored = { number: 1, kind: 'client', subject: 'a', at: 5 };

function subject() {
  const rows = vi.fn(async (): Promise<readonly object[]> => [stored]);
  return { watch: new EndingWatch({ rows } as unknown as Statements), rows };
}

describe('a look at the endings', () => {
  it('is spared whoever came before the last one began', async () => {
    const { watch, rows } = subject();
    const before = performance.now();
    await watch.look();
    rows.mockClear();
    await watch.look(before);
    expect(rows).not.toHaveBeenCalled();
    await watch.look(performance.now());
    await watch.look();
    expect(rows).toHaveBeenCalledTimes(2);
  });

  it('is spared whoever came before a statement that saw no newer ending', async () => {
    const { watch, rows } = subject();
    await watch.look();
    rows.mockClear();
    const since = performance.now();
    watch.saw(stored, performance.now());
    await watch.look(since);
    expect(rows).not.toHaveBeenCalled();
  });

  it.each([
    { saw: 'a newer ending', newest: { number: 2, at: 5 } },
    { saw: 'another database', newest: { number: 1, at: 6 } },
    { saw: 'an empty database', newest: { number: 0, at: 0 } },
  ])('P13 is made after a statement that saw $saw', async ({ newest }) => {
    const { watch, rows } = subject();
    await watch.look();
    rows.mockClear();
    const since = performance.now();
    watch.saw(newest, performance.now());
    await watch.look(since);
    expect(rows).toHaveBeenCalledTimes(1);
  });

  it('P13 is not undone by a statement that began before it', async () => {
    const { watch, rows } = subject();
    const long = performance.now();
    await watch.look();
    const since = performance.now();
    await watch.look();
    watch.saw(stored, long);
    rows.mockClear();
    await watch.look(since);
    expect(rows).not.toHaveBeenCalled();
  });

  it('P13 counts for nobody when it failed', async () => {
    const { watch, rows } = subject();
    rows.mockRejectedValueOnce(new Error('away'));
    const since = performance.now();
    await expect(watch.look(since)).rejects.toThrow('away');
    await watch.look(since);
    expect(rows).toHaveBeenCalledTimes(2);
  });
});
