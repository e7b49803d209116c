/**
 * Runs before `npm test`: builds what the tests start as a process, and sees to Chromium, PostgreSQL and the client
 * libraries in other languages. Without those libraries their tests are skipped; without the others nothing runs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { postgresFolders } from './postgres-binaries.mjs';

const run = (command, ...args) =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

const needs = [
  {
    name: 'Chromium',
    debianPackages: ['chromium'],
    isThere: () => findChromium() !== undefined,
    advice: 'Install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to its program file.',
  },
  {
    name: 'PostgreSQL',
    debianPackages: ['postgresql'],
    isThere: () => Boolean(process.env.DATABASE_URL) || postgresFolders().length > 0,
    advice:
      'Install it (Debian, Ubuntu: sudo apt-get install postgresql; the tests start a server of their own), or set ' +
      'DATABASE_URL to a server on which the tests may create and drop databases.',
  },
  {
    name: 'requests-oauthlib of Python',
    debianPackages: ['python3-requests-oauthlib'],
    isThere: () => existsSync('/usr/lib/python3/dist-packages/requests_oauthlib'),
    advice: 'Tests with it are skipped.',
    isOptional: true,
  },
  {
    name: 'golang.org/x/oauth2 of Go',
    debianPackages: ['golang-go', 'golang-golang-x-oauth2-dev'],
    isThere: () => existsSync('/usr/share/gocode/src/golang.org/x/oauth2') && !spawnSync('go', ['version']).error,
    advice: 'Tests with it are skipped.',
    isOptional: true,
  },
];

const missing = () => needs.filter((need) => !need.isThere());

if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  try {
    run('apt-get', 'update', '-q');
    for (const { debianPackages, isOptional } of missing()) {
      const lean = isOptional ? ['--no-install-recommends'] : [];
      run('apt-get', 'install', '-y', '-q', ...lean, ...debianPackages);
    }
  } catch {
    console.error('Installing by apt-get did not work.');
  }
}

for (const { name, advice } of missing()) console.error(`The tests need ${name}, which is not here. ${advice}`);
if (missing().some((need) => !need.isOptional)) process.exit(1);

run('npm', 'run', 'build', '--silent');
