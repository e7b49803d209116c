import { type Command } from 'commander';
import { Keys } from 'nestjs-drawbridge/host';
import { ClientSecrets } from 'nestjs-drawbridge/oauth-provider';
import { Failure } from '../output/failure.js';
import { failureOf } from '../output/failure-of.js';
import { answering, type AnswerOptions, type CommandLine } from '../program/command-line.js';

/** `keys rotate` */
export function addKeysCommands(program: Command, line: CommandLine): void {
  const keys = program.command('keys').description('the keys that protect secrets at rest');
  answering(keys.command('rotate'))
    .description(
      'make a new key the current one, where the host leaves that to us, and encrypt every client secret under it',
    )
    .action((options: AnswerOptions) => rotate(line, options));
}

async function rotate({ host, out }: CommandLine, { json }: AnswerOptions): Promise<void> {
  const made = (await host.options.makeNewKey?.()) ?? null;
  await host.use(async ({ get }) => {
    const currentKey = get(Keys).all()[0].id;
    const { resealed, unreadable } = await unlessUnfinished(get(ClientSecrets).reseal());
    if (json) return out.json({ currentKey, isNew: made === currentKey, resealed, unreadable });
    out.lines(
      `The key ${currentKey} is the current one.`,
      `Client secrets encrypted under it: ${resealed.toString()}.`,
    );
    if (unreadable > 0) out.lines(`Client secrets that no key can read: ${unreadable.toString()}. Give new ones.`);
    out.lines(
      'Keep the older keys until every refresh token from before was used or has run out; then take them away.',
    );
  });
}

async function unlessUnfinished<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    const { kind, message } = failureOf(error);
    const sentence = `The key is current, but not every client secret is encrypted under it. Run this again. ${message}`;
    throw new Failure(kind, sentence, [], { cause: error });
  }
}
