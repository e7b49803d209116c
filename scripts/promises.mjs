/**
 * `npm run promises [-- --list | -- --write]`: runs the tests that carry a promise's number and prints each promise with them.
 * `--list` only finds them, `--write` corrects the lists of docs/promises.md. Exit 1 where the page and the tests disagree, where
 * a promise has no test, or where a test did not pass.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';

const page = 'docs/promises.md';
const numbered = String.raw`\bP\d+ `;
const { values } = parseArgs({ options: { list: { type: 'boolean' }, write: { type: 'boolean' } } });

/** What vitest knows of the tests with a number: `[{ name, file, state }]`. */
async function findTests() {
  const folder = mkdtempSync(join(tmpdir(), 'promises-'));
  const answer = join(folder, 'tests.json');
  const ask = (...words) => spawnSync('npx', ['vitest', ...words, '-t', numbered], { stdio: ['ignore', 2, 2] });
  try {
    if (values.list || values.write) {
      ask('list', '--staticParse', `--json=${answer}`);
      return JSON.parse(readFileSync(answer, 'utf8')).map(({ name, file }) => ({ name, file, state: 'found' }));
    }
    await import('./prepare-tests.mjs');
    ask('run', '--reporter=default', '--reporter=json', `--outputFile.json=${answer}`);
    return JSON.parse(readFileSync(answer, 'utf8')).testResults.flatMap(({ name: file, assertionResults }) =>
      assertionResults.map(({ fullName: name, status: state }) => ({ name, file, state })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Adds a test under each number in its name. */
function byPromise(tests) {
  const promises = new Map();
  for (const { name, file, state } of tests) {
    for (const number of new Set(name.match(/\bP\d+(?= )/g))) {
      const files = promises.get(number) ?? promises.set(number, new Map()).get(number);
      const path = relative(process.cwd(), file);
      const states = files.get(path) ?? files.set(path, {}).get(path);
      (states[state] ??= []).push(name);
    }
  }
  return promises;
}

const promises = byPromise(await findTests());
const filesOf = (number) => [...(promises.get(number)?.keys() ?? [])].sort();
const lineOf = (number) =>
  `Tests: ${filesOf(number)
    .map((file) => `\`${file}\``)
    .join(', ')}`;
const text = readFileSync(page, 'utf8');
const problems = [];

const corrected = text.replace(/^## (P\d+)\n[^]*?^Tests:.*$/gm, (section, number) => {
  const [stated = ''] = section.match(/^Tests:.*$/m);
  if (stated !== lineOf(number) && !values.write) problems.push(`${page} should say for ${number}: ${lineOf(number)}`);
  const [, gist] = section.split('\n\n');
  console.log(`\n${number} ${gist.replace(/\s+/g, ' ')}`);
  for (const file of filesOf(number)) {
    const states = Object.entries(promises.get(number).get(file));
    console.log(`  ${file}: ${states.map(([state, names]) => `${names.length} ${state}`).join(', ')}`);
    const bad = states.filter(([state]) => state !== 'found' && state !== 'passed');
    for (const [state, names] of bad) problems.push(`${number} ${state} in ${file}:\n  ${names.join('\n  ')}`);
  }
  if (filesOf(number).length === 0) problems.push(`${number} has no test.`);
  return section.replace(/^Tests:.*$/m, lineOf(number).trimEnd());
});
for (const number of promises.keys()) {
  if (!text.includes(`## ${number}\n`) && !text.includes(`**${number}**`))
    problems.push(`${page} does not know ${number}.`);
}

if (values.write) writeFileSync(page, corrected);
for (const problem of problems) console.error(`\n${problem}`);
const total = text.match(/^## P\d+$/gm).length;
console.log(`\n${total} promises, ${problems.length} problems`);
process.exit(problems.length > 0 ? 1 : 0);
