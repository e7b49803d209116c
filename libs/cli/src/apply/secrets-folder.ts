import { accessSync, constants, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type StoredCredentials } from '../links/secret-file.js';
import { Failure } from '../output/failure.js';
import { printableJson } from '../output/printable.js';

/** A folder that takes the secrets of new links, one file each, which only its owner reads. */
export class SecretsFolder {
  /** @throws Failure when nothing can be written there, before anything is done */
  constructor(private readonly path: string) {
    try {
      mkdirSync(path, { recursive: true, mode: 0o700 });
      accessSync(path, constants.W_OK);
    } catch (error) {
      const message = `--secrets-dir: ${path} takes no files: ${(error as Error).message}. Nothing was done.`;
      throw new Failure('failed', message, [], { cause: error });
    }
  }

  /** Writes one file, named after the client ID, and answers where it is. */
  write(credentials: StoredCredentials): string {
    const file = join(this.path, `${credentials.clientId}.json`);
    writeFileSync(file, `${printableJson(credentials, 2)}\n`, { flag: 'wx', mode: 0o600 });
    return file;
  }
}
