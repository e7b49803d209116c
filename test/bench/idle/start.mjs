/**
 * `npm run bench:idle -- start [--rounds 9] [--routes 2000]`: how much longer a host takes to start because of the libraries. Each start is a
 * process of its own, and kinds take turns. Medians, and the least, which other programs on the machine disturb least; `CPU` counts
 * all threads, those that compile and collect garbage beside the program too.
 */
import { parseArgs } from 'node:util';
import { hostProcess, median, rounded, withDatabase } from './measuring.mjs';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '9' }, routes: { type: 'string', default: '2000' } },
});
const [rounds, routes] = [Number(values.rounds), Number(values.routes)];
const platforms = ['express', 'fastify'];
const sizes = [10, routes];
const keyOf = ({ platform, routes: count, kind }) => `${platform} ${count} ${kind}`;
const kinds = platforms.flatMap((platform) =>
  sizes.flatMap((count) => ['bare', 'guarded'].map((kind) => ({ platform, routes: count, kind }))),
);

const starts = new Map(kinds.map((kind) => [keyOf(kind), []]));
await withDatabase(async (database) => {
  for (let round = 0; round < rounds; round++) {
    for (const kind of round % 2 ? [...kinds].reverse() : kinds) {
      const host = await hostProcess({ ...kind, database });
      starts.get(keyOf(kind)).push(host);
      await host.end();
    }
  }
});

const ways = {
  median: (each) => median(each.map(({ milliseconds }) => milliseconds)),
  least: (each) => Math.min(...each.map(({ milliseconds }) => milliseconds)),
  'CPU, median': (each) => median(each.map(({ cpuMilliseconds }) => cpuMilliseconds)),
};
console.log(`Milliseconds to start, ${rounds} processes each, Node ${process.version}:`);
for (const [way, of] of Object.entries(ways)) {
  const rows = platforms.flatMap((platform) =>
    sizes.map((count) => {
      const [bare, guarded] = ['bare', 'guarded'].map((kind) =>
        of(starts.get(keyOf({ platform, routes: count, kind }))),
      );
      const added = guarded - bare;
      return {
        platform,
        routes: count,
        bare: rounded(bare),
        guarded: rounded(guarded),
        added: rounded(added),
        ratio: rounded(guarded / bare, 2),
      };
    }),
  );
  console.log(`\n${way}`);
  console.table(rows);
  for (const platform of platforms) {
    const [small, large] = rows.filter((row) => row.platform === platform);
    console.log(
      `${platform}: ${routes} routes add ${large.added - small.added} ms to the ${small.added} ms of the libraries themselves.`,
    );
  }
}
