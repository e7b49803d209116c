/** `npm run fuzz -- [--runs N] [--seed N]`: the properties of test/fuzz with more cases, from a seed that is printed. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } });
const wholeNumber = (name, fallback) => {
  const text = values[name] ?? String(fallback);
  if (/^\d{1,10}$/.test(text)) return text;
  console.error(`--${name} is "${text}". Give a whole number.`);
  process.exit(2);
};
const env = {
  ...process.env,
  FUZZ_RUNS: wholeNumber('runs', 10_000),
  FUZZ_SEED: wholeNumber('seed', Date.now() % 2_147_483_648),
};
console.log(`${env.FUZZ_RUNS} cases a property, a tenth of it against a running wiki. Seed ${env.FUZZ_SEED}.`);
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz', '--testTimeout=0'], { env, stdio: 'inherit' });
process.exit(status ?? 1);
