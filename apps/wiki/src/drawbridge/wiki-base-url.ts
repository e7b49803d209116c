import { Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { WikiConfig } from '../config/wiki-config.js';

/** Where the wiki is reached. */
@Injectable()
export class WikiBaseUrl extends BaseUrl {
  constructor(private readonly config: WikiConfig) {
    super();
  }

  get(): string {
    return this.config.baseUrl;
  }
}
