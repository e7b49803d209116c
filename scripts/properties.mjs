/** `npm run fuzz|model -- [--runs N] [--seed N]`: the properties of a folder of test/ with more cases, from a printed seed. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { shares } from './property-shares.mjs';

const options = { runs: { type: 'string', default: '10000' }, seed: { type: 'string' } };
const { values, positionals } = parseArgs({ options, allowPositionals: true });
const [folder = 'fuzz'] = positionals;
const seed = values.seed ?? String(Date.now() % 2_147_483_648);
for (const [name, text] of Object.entries({ runs: values.runs, seed })) {
  if (/^\d{1,10}$/.test(text)) continue;
  console.error(`--${name} is "${text}". Give a whole number.`);
  process.exit(2);
}
console.log(`test/${folder} with --runs ${values.runs} --seed ${seed}`);
if (folder === 'fuzz') {
  const [pure, http, dance] = Object.values(shares).map((share) => Math.ceil(Number(values.runs) / share).toString());
  console.log(
    `Each property is tried with ${pure} cases against pure functions, with ${http} requests to a running wiki`,
  );
  console.log(`and ${dance} whole sign-ins, on Express and again on Fastify.`);
}
const env = { ...process.env, PROPERTY_RUNS: values.runs, PROPERTY_SEED: seed };
const vitest = ['vitest', 'run', `test/${folder}/`, '--testTimeout=0'];
process.exit(spawnSync('npx', vitest, { env, stdio: 'inherit' }).status ?? 1);
