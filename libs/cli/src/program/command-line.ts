import { type Command, Option } from 'commander';
import { type Administrator } from 'nestjs-drawbridge/application-links';
import { type CommandHost, type OpenHost } from '../host/command-host.js';
import { operatorOf } from '../host/operator.js';
import { type Output } from '../output/output.js';

/** What every command works with. */
export interface CommandLine {
  readonly host: CommandHost;
  readonly out: Output;
}

/** Options of every command that answers something. */
export interface AnswerOptions {
  readonly json?: true;
}

/** Options of every command that leaves an event. */
export interface ChangeOptions extends AnswerOptions {
  readonly as?: string;
}

/** Lets a command answer in JSON. */
export function answering(command: Command): Command {
  return command.option('--json', 'print JSON, also when it fails');
}

/** Lets a command act in somebody's name. */
export function changing(command: Command): Command {
  return answering(command).addOption(
    new Option('--as <person>', 'act in the name of this administrator; without it the audit trail names nobody'),
  );
}

/** Works on the host's data in the name of whoever is named. */
export function act<Result>(
  { host }: CommandLine,
  { as }: ChangeOptions,
  work: (open: OpenHost, by: Administrator) => Promise<Result>,
): Promise<Result> {
  return host.use(async (open) => work(open, await operatorOf(open, host.options, as)));
}
