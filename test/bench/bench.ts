/**
 * `npm run bench -- [--quick] [--platform …] [--database …] [--contestant …] [--workload …] [--json FILE]`: what guards and
 * endpoints cost, as ratios to the bare route of the same platform in the same round.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Choice, choiceIn } from './run/choice.js';
import { Contest } from './run/contest.js';
import { startPostgres } from './run/postgres.js';
import { jsonOf, mediansOf, tableOf } from './run/results.js';

async function bench(choice: Choice): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'drawbridge-bench-'));
  const postgres = await startPostgres();
  const contest = new Contest(choice, postgres, folder);
  try {
    const results = mediansOf(await contest.run());
    console.log([tableOf(results), ...contest.notes].join('\n'));
    if (choice.json) await writeFile(choice.json, jsonOf(results));
  } finally {
    await contest.stop();
    postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

try {
  await bench(choiceIn(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
