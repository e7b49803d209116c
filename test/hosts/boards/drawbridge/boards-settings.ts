import { Injectable } from '@nestjs/common';
import { BaseUrl, type Key, Keys } from 'nestjs-drawbridge/host';
import { randomBytes } from 'node:crypto';

/** Where the boards are reached from outside. */
@Injectable()
export class BoardsBaseUrl extends BaseUrl {
  get(): string {
    return process.env.BOARDS_URL ?? 'http://localhost:3000/api';
  }
}

/** A key for as long as the process runs. */
@Injectable()
export class BoardsKeys extends Keys {
  private readonly key: Key = { id: 'boards', secret: randomBytes(32) };

  all(): readonly [Key] {
    return [this.key];
  }
}
