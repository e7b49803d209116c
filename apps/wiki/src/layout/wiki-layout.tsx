import { Injectable } from '@nestjs/common';
import { type PageContent, PageLayout, type PagePlace } from 'nestjs-drawbridge/host';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { type Frame } from './frame.js';
import { PageRenderer } from './page-renderer.service.js';

const frames: Readonly<Record<PagePlace, Frame>> = {
  'admin/application-links': { kind: 'admin', current: 'application-links' },
  'profile/authorized-applications': { kind: 'profile', current: 'authorized-applications' },
  consent: { kind: 'focused', wide: true },
  error: { kind: 'focused', wide: true },
};

/** Dresses the libraries' pages in the wiki's shell. */
@Injectable()
export class WikiLayout extends PageLayout {
  constructor(private readonly pages: PageRenderer) {
    super();
  }

  async render(page: PageContent, request: unknown): Promise<string> {
    return this.pages.render(request as WikiRequest, {
      title: page.title,
      frame: frames[page.place],
      language: page.language,
      direction: page.direction,
      content: <div class="w-guest" dangerouslySetInnerHTML={{ __html: page.body }} />,
      stylesheets: page.stylesheets,
      scripts: page.scripts,
      csrfToken: page.csrfToken,
    });
  }
}
