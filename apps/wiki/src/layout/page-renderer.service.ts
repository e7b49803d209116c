import { Injectable } from '@nestjs/common';
import { BaseUrl, Clock } from 'nestjs-drawbridge/host';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { Assets } from './assets.service.js';
import { documentOf, type WikiPage } from './document.js';

/** Puts the wiki's shell around a page, for whoever asked for it. */
@Injectable()
export class PageRenderer {
  constructor(
    private readonly assets: Assets,
    private readonly baseUrl: BaseUrl,
    private readonly clock: Clock,
  ) {}

  /** The whole HTML document. */
  render(request: WikiRequest, page: WikiPage): string {
    const visit = {
      person: request.user ?? null,
      csrfToken: request.wikiSession?.csrfToken ?? '',
      now: this.clock.now(),
      pathOf: (path: string) => this.baseUrl.pathOf(path),
      asset: (file: string) => this.baseUrl.pathOf(this.assets.pathOf(file)),
    };
    return documentOf(visit, page);
  }
}
