/**
 * `npm run bench:scale [-- --families N --grants N --links N --expired N --quick]`: what a storage that has grown costs,
 * beside an almost empty one in the same PostgreSQL, and whether its cleaning is felt. Fails where a goal is missed.
 */
import { Contestant } from '../run/contestant.js';
import { startPostgres } from '../run/postgres.js';
import { Slices } from '../run/slice.js';
import { workloads } from '../run/workloads.js';
import { cleanUnderLoad } from './cleaning.js';
import { compare } from './comparison.js';
import { grow } from './growing.js';
import { scaleOptions } from './options.js';
import { tableOf, verdictsOn, verdictsOnCleaning, wordsOf } from './report.js';

const { size, effort, windows } = scaleOptions();
/** A quarter of the memory that a machine for so much may have (PostgreSQL 15, §20.4.1); a fresh installation has 128 MB. */
const postgres = await startPostgres('shared_buffers=2GB');
const contestants: Contestant[] = [];

const start = async (name: string): Promise<{ contestant: Contestant; url: string }> => {
  const url = await postgres.database(name);
  const database = { kind: 'postgres', url } as const;
  const begun = { signIns: 10_200, clients: 200, links: 100 };
  const settings = { platform: 'fastify', kind: 'drawbridge', database, ...begun } as const;
  const contestant = await Contestant.start(`${name} storage`, settings);
  contestants.push(contestant);
  return { contestant, url };
};

try {
  const [empty, grown] = [await start('empty'), await start('grown')];
  const { seconds, gigabytes } = await grow(grown.url, size);
  console.log(`grown to ${gigabytes.toFixed(2)} GB in ${seconds.toFixed(0)} s\n`);
  const storages = { empty: empty.contestant, grown: grown.contestant };
  const pairs = await compare(new Slices(postgres), storages, workloads, effort);
  console.log(`${tableOf(pairs)}\n`);
  const cleaning = await cleanUnderLoad(grown, windows);
  console.log(`${wordsOf(cleaning)}\n`);
  const verdicts = [...verdictsOn(pairs), ...verdictsOnCleaning(cleaning, size.expired)];
  for (const { goal, isReached } of verdicts) console.log(`${isReached ? 'reached' : 'MISSED'}  ${goal}`);
  process.exitCode = verdicts.every(({ isReached }) => isReached) ? 0 : 1;
} finally {
  await Promise.all(contestants.map((contestant) => contestant.stop()));
  postgres.stop();
}
