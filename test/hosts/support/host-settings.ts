import { type Type } from '@nestjs/common';
import { BaseUrl, type Key, Keys } from 'nestjs-drawbridge/host';
import { randomBytes } from 'node:crypto';

/** The base URL of a host that listens on this port of this machine. */
export function baseUrlAt(port: number, path = ''): Type<BaseUrl> {
  return class extends BaseUrl {
    get(): string {
      return `http://127.0.0.1:${port.toString()}${path}`;
    }
  };
}

/** A key for as long as the process runs. */
export class PassingKeys extends Keys {
  private readonly key: Key = { id: 'passing', secret: randomBytes(32) };

  all(): readonly [Key] {
    return [this.key];
  }
}
