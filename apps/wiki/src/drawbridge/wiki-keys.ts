import { Injectable, Logger } from '@nestjs/common';
import { type Key, Keys } from 'nestjs-drawbridge/host';
import { WikiConfig } from '../config/wiki-config.js';
import { KeysFile } from './keys-file.js';

/** How often a running wiki looks whether the file has changed, in milliseconds. */
export const rereadEvery = 1000;

/**
 * The secrets at rest: from the configuration, else from a file that the first start makes in the data folder. A change of
 * that file is noticed by itself, so that keys are rotated while the wiki runs.
 */
@Injectable()
export class WikiKeys extends Keys {
  private readonly logger = new Logger(WikiKeys.name);
  private readonly file: KeysFile | undefined;
  private keys: readonly [Key, ...Key[]];
  private text: string | undefined;
  private readAt = performance.now();

  constructor(config: WikiConfig) {
    super();
    if (config.keys !== undefined) {
      this.keys = keysFromText(config.keys);
      return;
    }
    this.file = new KeysFile(config.dataDir);
    if (this.file.text() === undefined) {
      if (!config.beginsAnew)
        throw new Error(
          `There are no keys in ${config.dataDir}. Set WIKI_DATA_DIR to the wiki's folder, or WIKI_KEYS to its keys.`,
        );
      this.file.make();
    }
    this.text = this.file.text();
    this.keys = this.file.keysIn(this.text ?? '[]');
  }

  all(): readonly [Key, ...Key[]] {
    if (this.file && performance.now() - this.readAt >= rereadEvery) this.reread(this.file);
    return this.keys;
  }

  /** A file that is gone or unreadable changes nothing for a wiki that runs. */
  private reread(file: KeysFile): void {
    this.readAt = performance.now();
    try {
      const text = file.text();
      if (text === undefined || text === this.text) return;
      this.keys = file.keysIn(text);
      this.text = text;
    } catch (error) {
      this.logger.warn(`The keys could not be read again; those from before stay. ${String(error)}`);
    }
  }
}

/** Reads `id:base64,id:base64`. @throws Error that says what to change, without repeating a secret. */
export function keysFromText(text: string): readonly [Key, ...Key[]] {
  const [first, ...rest] = text.split(',').map((entry) => {
    const [id = '', base64 = ''] = entry.trim().split(':');
    const secret = Buffer.from(base64, 'base64');
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(id) || secret.length < 32)
      throw new Error(
        'WIKI_KEYS cannot be used. Set it to id:secret, where secret is 32 random bytes or more in base64.',
      );
    return { id, secret };
  });
  return [first!, ...rest];
}
