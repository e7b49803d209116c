/** `npm run mutation -- [target …]`: breaks the code in every small way and shows what no test noticed. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { targets } from '../test/mutation/targets.mjs';

const known = Object.keys(targets);
const names = process.argv.length > 2 ? process.argv.slice(2) : known;
const stranger = names.find((name) => !known.includes(name));
if (stranger) {
  console.error(`There is no target '${stranger}'. There are ${known.join(', ')}.`);
  process.exit(2);
}

const counted = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];
const percent = ({ Killed, Timeout, Survived, NoCoverage }) => {
  const caught = Killed + Timeout;
  const all = caught + Survived + NoCoverage;
  return all === 0 ? 'none' : `${((100 * caught) / all).toFixed(1)} %`;
};
const row = (name, sum) => ({ target: name, ...sum, score: percent(sum) });
const none = () => Object.fromEntries([...counted, 'Ignored'].map((status) => [status, 0]));

/** What survived is tried again, for the tests may have changed where Stryker does not see it. */
function forgetSurvivors(target) {
  const file = `build/mutation/${target}/incremental.json`;
  if (!existsSync(file)) return;
  const report = JSON.parse(readFileSync(file, 'utf8'));
  for (const known of Object.values(report.files)) {
    known.mutants = known.mutants.filter(({ status }) => status === 'Killed' || status === 'Timeout');
  }
  writeFileSync(file, JSON.stringify(report));
}

function judge(target) {
  forgetSurvivors(target);
  const env = { ...process.env, MUTATION_TARGET: target };
  const stryker = ['stryker', 'run', 'test/mutation/stryker.config.mjs'];
  const { status } = spawnSync('npx', stryker, { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  const { files } = JSON.parse(readFileSync(`build/mutation/${target}/report.json`, 'utf8'));
  return Object.entries(files).flatMap(([file, { mutants }]) => mutants.map((mutant) => ({ ...mutant, file })));
}

const total = none();
const rows = [];
for (const name of names) {
  const sum = none();
  for (const { status, file, location, mutatorName, replacement } of judge(name)) {
    if (status in sum) {
      sum[status]++;
      total[status]++;
    }
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const instead = replacement?.replace(/\s+/g, ' ').slice(0, 80);
    console.log(`${status} ${file}:${location.start.line}:${location.start.column} ${mutatorName} ${instead}`);
  }
  rows.push(row(name, sum));
}
console.table([...rows, row('all', total)]);
