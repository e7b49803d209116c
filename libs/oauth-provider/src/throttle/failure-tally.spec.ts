import { afterEach, describe, expect, it, vi } from 'vitest';
import { type FailureCounter } from './failure-counter.js';
import { FailureTally } from './failure-tally.js';

/** A counter whose statements are seen at once and answered when the test says so. */
function slowCounter() {
  let stored = 0;
  const answers: (() => void)[] = [];
  const answering = (count: number) => new Promise<number>((resolve) => answers.push(() => resolve(count)));
  const counter = {
    limit: 10,
    count: () => answering(stored),
    add: (_: string, times: number) => answering((stored += times)),
  } as unknown as FailureCounter;
  return { counter, answers };
}

describe('a tally of failures', () => {
  afterEach(() => vi.restoreAllMocks());

  it('P21 forgets no failure that is written while the count is read', async () => {
    vi.spyOn(performance, 'now').mockReturnValue(0); // all of it within one round
    const { counter, answers } = slowCounter();
    const tally = new FailureTally(counter);
    const reading = tally.count('key');
    for (let failure = 0; failure < 5; failure++) tally.add('key', async () => undefined);
    const writing = tally.write();
    await Promise.resolve();
    const [answerRead, answerWrite] = answers;
    answerRead?.();
    setImmediate(() => answerWrite?.());
    expect(await reading).toBe(5);
    await writing;
    expect(await tally.count('key')).toBe(5);
  });
});
