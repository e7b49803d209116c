/**
 * `npm run bench:memory [-- --quick]`: what remembered tokens take, and whether a host grows under a load of every kind.
 * Fails where a goal is missed.
 */
import { startPostgres } from '../run/postgres.js';
import { endure, type MemorySample } from './endurance.js';
import { memoryOptions } from './options.js';
import { remember } from './remembered.js';
import { trendOf } from './trend.js';

/** What 100,000 remembered tokens may take, in MB. */
const mostMegabytes = 60;
/** How much the heap may grow over the second half of the time, as a share. */
const mostGrowth = 0.02;

const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

const { tokens, endurance } = memoryOptions();
const postgres = await startPostgres();
process.env.BENCH_NODE_OPTIONS = '--expose-gc';
try {
  const remembered = await remember(postgres, tokens);
  const each = remembered.bytes / tokens;
  console.log(
    `${tokens.toLocaleString('en')} remembered tokens: ${inMegabytes(remembered.bytes)} MB, ${each.toFixed(0)} bytes each`,
  );
  console.log(`their use was written ${remembered.secondsOfWriting.toFixed(0)} s after the last request\n`);

  const { samples, requests } = await endure(postgres, endurance);
  console.log(`${requests.toLocaleString('en')} requests of every kind`);
  for (const { at, heapUsed, external, rss } of samples)
    console.log(
      `after ${at.toFixed(0)} s: heap ${inMegabytes(heapUsed)} MB, beside it ${inMegabytes(external)} MB, RSS ${inMegabytes(rss)} MB`,
    );
  const secondHalf = samples.slice(samples.length >> 1);
  const trend = (value: (sample: MemorySample) => number) =>
    trendOf(secondHalf.map((sample) => ({ at: sample.at, value: value(sample) })));
  const [heap, rss] = [trend(({ heapUsed }) => heapUsed), trend((sample) => sample.rss)];
  const anHour = ({ slope }: { slope: number }) => `${inMegabytes(slope * 3600)} MB an hour`;
  console.log(`in the second half: heap ${anHour(heap)}, RSS ${anHour(rss)}\n`);

  const isWhole = tokens >= 100_000; // fewer tokens bear more of what a host takes anyway
  const verdicts = [
    {
      goal: `100,000 remembered tokens: under ${mostMegabytes.toString()} MB, ${isWhole ? 'are' : 'judged by all of them only; by fewer'} ${inMegabytes(each * 100_000)}`,
      isReached: !isWhole || each * 100_000 < mostMegabytes * 1e6,
    },
    {
      goal: `the heap grows by less than ${(mostGrowth * 100).toString()} % in the second half, grows by ${(heap.growth * 100).toFixed(2)} %`,
      isReached: heap.growth < mostGrowth,
    },
  ];
  for (const { goal, isReached } of verdicts) console.log(`${isReached ? 'reached' : 'MISSED'}  ${goal}`);
  process.exitCode = verdicts.every(({ isReached }) => isReached) ? 0 : 1;
} finally {
  postgres.stop();
}
