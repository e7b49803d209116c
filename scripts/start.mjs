/**
 * Starts the wiki and, with `--with-external-app` or WITH_EXTERNAL_APP=1, the external application beside it. The
 * wiki inherits the environment. The application is a stranger: it gets the few variables below, and every variable
 * that begins with EXTERNAL_APP_ without that beginning (EXTERNAL_APP_PORT becomes its PORT).
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const forTheApplication =
  /^(PATH|HOME|TZ|LANG|LC_\w+|NODE_\w+|WIKI_URL|CLIENT_ID|CLIENT_SECRET|SCOPES|FIELD_NOTES_\w+)$/;
const graceMilliseconds = 10_000;
const signals = { SIGINT: 2, SIGTERM: 15 };

function applicationEnvironment(environment) {
  const entries = Object.entries(environment);
  const inherited = entries.filter(([name]) => forTheApplication.test(name));
  const own = entries
    .filter(([name]) => name.startsWith('EXTERNAL_APP_'))
    .map(([name, value]) => [name.slice('EXTERNAL_APP_'.length), value]);
  const wikiUrl = environment.BASE_URL ? { WIKI_URL: environment.BASE_URL } : {};
  return { ...wikiUrl, ...Object.fromEntries(inherited), ...Object.fromEntries(own) };
}

function programs() {
  const wanted = process.argv.includes('--with-external-app') || process.env.WITH_EXTERNAL_APP === '1';
  const wiki = { path: '../apps/wiki/dist/main.js', env: process.env };
  const application = { path: '../apps/external-app/dist/main.js', env: applicationEnvironment(process.env) };
  return wanted ? [wiki, application] : [wiki];
}

const running = new Set();
let exitCode;

/** Asks everything that still runs to stop; the first caller decides how this program ends. */
function stopAll(signal, code) {
  if (exitCode === undefined) {
    exitCode = code;
    setTimeout(() => running.forEach((child) => child.kill('SIGKILL')), graceMilliseconds).unref();
  }
  for (const child of running) child.kill(signal);
}

function start({ path, env }) {
  if (exitCode !== undefined) return undefined;
  const file = fileURLToPath(new URL(path, import.meta.url));
  if (!existsSync(file)) {
    console.error(`${file} is missing. Run "npm run build" first.`);
    return stopAll('SIGTERM', 1);
  }
  const child = spawn(process.execPath, ['--enable-source-maps', file], { env, stdio: 'inherit' });
  running.add(child);
  child.on('exit', (code, signal) => {
    running.delete(child);
    stopAll('SIGTERM', code ?? 128 + (signals[signal] ?? 9));
  });
}

for (const signal of Object.keys(signals)) process.on(signal, () => stopAll(signal, 0));
process.on('exit', () => {
  process.exitCode = exitCode;
});
programs().forEach(start);
