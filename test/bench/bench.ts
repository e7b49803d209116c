/** `npm run bench -- [--quick] [--platform express|fastify] [--json FILE]`: what the guards cost, as ratios to the bare route. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Contestant } from './run/contestant.js';
import { load } from './run/load.js';
import { startPostgres } from './run/postgres.js';
import { mediansOf, type Sample, tableOf } from './run/results.js';
import { requestsWith, type Workload, workloads } from './run/workloads.js';

const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, platform: { type: 'string' }, json: { type: 'string' } },
});
const rounds = values.quick ? 3 : 9;
const milliseconds = values.quick ? 1200 : 4000;
const warmUp = values.quick ? 800 : 2000;
const signIns = 10_200;
const connections = 50;
const platforms = ['express', 'fastify'] as const;

const fieldsOfResults = [
  'contestant',
  'platform',
  'workload',
  'ratio',
  'cpuRatio',
  'rps',
  'p50',
  'p99',
  'cpu',
  'server',
  'database',
];

const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
const postgres = await startPostgres();
const samples: Sample[] = [];

const measure = async (contestant: Contestant, workload: Workload | null, time: number) => {
  const tokens = workload ? workload.tokens(contestant.ready) : [''];
  const before = [await contestant.cpu(), postgres.cpu()] as const;
  const { port } = contestant.ready;
  const result = await load({ port, connections, milliseconds: time, next: requestsWith(tokens) });
  const wrong = [...result.statuses.keys()].filter((status) => status !== (workload?.status ?? 200));
  if (wrong.length > 0)
    throw new Error(`${contestant.name}, ${workload?.name ?? 'bare'}: answered ${wrong.join(', ')}.`);
  const perThousand = (used: number) => used / result.requests / 1000;
  const cpu = {
    server: perThousand((await contestant.cpu()) - before[0]),
    database: perThousand(postgres.cpu() - before[1]),
  };
  return { ...result, rps: result.requests / result.seconds, cpu };
};

const contest = async (platform: (typeof platforms)[number]) => {
  const bare = await Contestant.start(`bare on ${platform}`, { platform, kind: 'bare', signIns });
  const guarded: Contestant[] = [];
  for (const kind of ['SQLite', 'PostgreSQL'] as const) {
    const name = `drawbridge on ${platform} with ${kind}`;
    const database =
      kind === 'SQLite'
        ? ({ kind: 'sqlite', folder: await mkdtemp(join(folder, platform)) } as const)
        : ({ kind: 'postgres', url: await postgres.database(`bench_${platform}`) } as const);
    guarded.push(await Contestant.start(name, { platform, kind: 'drawbridge', database, signIns }));
  }
  for (let round = -1; round < rounds; round++) {
    const time = round < 0 ? warmUp : milliseconds;
    const base = await measure(bare, null, time);
    const common = { platform, contestant: 'bare', database: '-', workload: 'bare route' };
    if (round >= 0) samples.push({ ...base, ...common, ratio: 1, cpuRatio: 1 });
    for (const contestant of guarded) {
      for (const workload of workloads) {
        const one = await measure(contestant, workload, time);
        const database = contestant.name.endsWith('SQLite') ? 'SQLite' : 'PostgreSQL';
        const what = { platform, contestant: 'drawbridge', database, workload: workload.name };
        if (round >= 0)
          samples.push({ ...one, ...what, ratio: one.rps / base.rps, cpuRatio: base.cpu.server / one.cpu.server });
      }
    }
  }
  await Promise.all([bare, ...guarded].map((contestant) => contestant.stop()));
};

try {
  for (const platform of platforms) if ((values.platform ?? platform) === platform) await contest(platform);
  const results = mediansOf(samples);
  console.log(tableOf(results));
  if (values.json) {
    await writeFile(
      values.json,
      `${JSON.stringify(results, fieldsOfResults, 2)}
`,
    );
  }
} finally {
  postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
