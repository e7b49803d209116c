/** Runs before `npm test`: builds what the tests start as a process, and sees to Chromium and PostgreSQL. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.mjs';
import { postgresFolders } from './postgres-binaries.mjs';

const run = (command, ...args) =>
  execFileSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });

const needs = [
  {
    name: 'Chromium',
    debianPackage: 'chromium',
    isThere: () => findChromium() !== undefined,
    advice: 'Install it (Debian, Ubuntu: sudo apt-get install chromium), or set CHROMIUM_PATH to its program file.',
  },
  {
    name: 'PostgreSQL',
    debianPackage: 'postgresql',
    isThere: () => Boolean(process.env.DATABASE_URL) || postgresFolders().length > 0,
    advice:
      'Install it (Debian, Ubuntu: sudo apt-get install postgresql; the tests start a server of their own), or set ' +
      'DATABASE_URL to a server on which the tests may create and drop databases.',
  },
];

const missing = () => needs.filter((need) => !need.isThere());

if (missing().length > 0 && process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
  try {
    run('apt-get', 'update', '-q');
    run('apt-get', 'install', '-y', '-q', ...missing().map((need) => need.debianPackage));
  } catch {
    console.error('Installing by apt-get did not work.');
  }
}

for (const { name, advice } of missing()) console.error(`The tests need ${name}, which is not here. ${advice}`);
if (missing().length > 0) process.exit(1);

run('npm', 'run', 'build', '--silent');
