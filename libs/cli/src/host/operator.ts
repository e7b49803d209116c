import { ForbiddenException } from '@nestjs/common';
import { userInfo } from 'node:os';
import { type Administrator, Administrators } from 'nestjs-drawbridge/application-links';
import { type DrawbridgeCommandOptions } from '../drawbridge-command.options.js';
import { Failure } from '../output/failure.js';
import { type OpenHost } from './command-host.js';

/** What the audit trail says of where it came from: the command line, and the account there. At most 64 characters. */
export function commandLineAddress(): string {
  return `command line (${accountName().slice(0, 48)})`;
}

/**
 * Who acts: whoever has the shell, or an administrator whom they name.
 *
 * @param name as {@link DrawbridgeCommandOptions.userIdOf} takes it; `undefined` for nobody in particular
 * @throws Failure when there is no such person, or they are no administrator now
 */
export async function operatorOf(
  { app, get }: OpenHost,
  { userIdOf }: DrawbridgeCommandOptions,
  name: string | undefined,
): Promise<Administrator> {
  const userId = name === undefined ? null : ((await userIdOf?.(name, app)) ?? null);
  if (name !== undefined && userId === null) throw new Failure('not-found', `--as: there is no person '${name}'.`);
  try {
    return await get(Administrators).operator(userId, commandLineAddress());
  } catch (error) {
    if (!(error instanceof ForbiddenException)) throw error;
    throw new Failure('forbidden', `--as: ${error.message}`, [], { cause: error });
  }
}

/** Containers run under numbers that no account belongs to. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return process.getuid?.().toString() ?? 'unknown';
  }
}
