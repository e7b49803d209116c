import { Injectable } from '@nestjs/common';
import { type Key, Keys } from 'nestjs-drawbridge/host';
import { WikiConfig } from '../config/wiki-config.js';
import { keysFromFile } from './keys-file.js';

/** The secrets at rest: from the configuration, else from a file that the first start makes in the data folder. */
@Injectable()
export class WikiKeys extends Keys {
  private readonly keys: readonly [Key, ...Key[]];

  constructor(config: WikiConfig) {
    super();
    this.keys = config.keys === undefined ? keysFromFile(config.dataDir) : keysFromText(config.keys);
  }

  all(): readonly [Key, ...Key[]] {
    return this.keys;
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
