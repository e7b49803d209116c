import { CommanderError } from 'commander';
import { DrawbridgeCommandOptions } from './drawbridge-command.options.js';
import { CommandHost } from './host/command-host.js';
import { exitCodes } from './output/failure.js';
import { failureOf } from './output/failure-of.js';
import { Output } from './output/output.js';
import { reportFailure } from './output/report-failure.js';
import { programOf } from './program/program.js';

/**
 * Runs one command of the command line on the host's data, and ends the process: 0 when done, 1 when refused or failed, 2 when it was
 * called wrongly, 3 when a dry run would change something.
 *
 * @param argv as `process.argv`: two words that are passed over, then the command
 */
export async function runDrawbridge(
  host: DrawbridgeCommandOptions,
  argv: readonly string[] = process.argv,
): Promise<never> {
  process.stdout.on('error', endQuietly);
  const options = new DrawbridgeCommandOptions(host);
  const words = argv.slice(2);
  await run(options, words);
  await Promise.all([process.stdout, process.stderr].map(written));
  return process.exit();
}

async function run(options: DrawbridgeCommandOptions, words: readonly string[]): Promise<void> {
  try {
    const line = { host: new CommandHost(options), out: new Output() };
    await programOf(options.program ?? 'drawbridge', line).parseAsync(words, { from: 'user' });
  } catch (error) {
    process.exitCode = helpEnds(error) ?? report(error, words.includes('--json'));
  }
}

function report(error: unknown, asJson: boolean): number {
  const failure = failureOf(error);
  reportFailure(failure, asJson);
  return failure.exitCode;
}

/** Help that was asked for is an answer; help instead of a command is none. */
function helpEnds(error: unknown): number | null {
  if (!(error instanceof CommanderError)) return null;
  if (error.code === 'commander.helpDisplayed') return exitCodes.done;
  return error.code === 'commander.help' ? exitCodes.usage : null;
}

/** Whoever reads along may stop when they have seen enough, as `head` does. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
}

const written = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });
