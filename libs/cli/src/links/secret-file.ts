import { closeSync, openSync, unlinkSync, writeSync } from 'node:fs';
import { Failure } from '../output/failure.js';
import { printableJson } from '../output/printable.js';

/** What an application is configured with, as such a file holds it. */
export interface StoredCredentials {
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/**
 * Makes a file that only its owner reads, lets `work` come by a secret, and writes it there; without a secret the file goes again.
 *
 * @throws Failure when there is a file of this name already, before anything is done
 */
export async function withSecretFile<Result>(
  path: string,
  work: (write: (credentials: StoredCredentials) => void) => Promise<Result>,
): Promise<Result> {
  const file = openNew(path);
  let isWritten = false;
  try {
    return await work((credentials) => {
      writeSync(file, `${printableJson(credentials, 2)}\n`);
      isWritten = true;
    });
  } finally {
    closeSync(file);
    if (!isWritten) unlinkSync(path);
  }
}

function openNew(path: string): number {
  try {
    return openSync(path, 'wx', 0o600);
  } catch (error) {
    const isThere = (error as NodeJS.ErrnoException).code === 'EEXIST';
    const why = isThere
      ? 'is there already. Name a new file, so that no secret is lost'
      : `cannot be made: ${String(error)}`;
    throw new Failure(isThere ? 'conflict' : 'failed', `--secret-file: ${path} ${why}. Nothing was done.`, [], {
      cause: error,
    });
  }
}
