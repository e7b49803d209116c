import { Catch, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BaseUrl, PageLayout } from 'nestjs-drawbridge/host';
import { refusalOf, traceOf } from '../errors/refusal.js';
import { WikiErrorFilter } from '../errors/wiki-error.filter.js';
import { addressOf, type WikiRequest } from '../sessions/wiki-request.js';
import { htmlHeaders } from './html-headers.js';
import { keptText } from './kept-text.js';
import { PageRenderer } from './page-renderer.service.js';
import { UnsavedPage } from './unsaved.page.js';

/** When a form fails, shows what was typed, so that it is not lost; leaves every other failure to the wiki's own filter. */
@Catch()
@Injectable()
export class HtmlErrorFilter extends WikiErrorFilter {
  private readonly log = new Logger(HtmlErrorFilter.name);

  constructor(
    private readonly pages: PageRenderer,
    private readonly adapters: HttpAdapterHost,
    baseUrl: BaseUrl,
    layout: PageLayout,
  ) {
    super(adapters, baseUrl, layout);
  }

  protected override async answer(error: unknown, request: WikiRequest, response: unknown): Promise<void> {
    const kept = keptText(request.body);
    const { statusCode, message } = refusalOf(error);
    if (kept.length === 0) return super.answer(error, request, response);
    if (statusCode >= 500) this.log.error(traceOf(error));
    const content = (
      <UnsavedPage
        sentence={statusCode === 401 ? 'You were signed out in the meantime.' : message}
        kept={kept}
        signIn={statusCode === 401 ? `/login?returnTo=${encodeURIComponent(addressOf(request))}` : undefined}
      />
    );
    const { httpAdapter } = this.adapters;
    for (const [name, value] of htmlHeaders) httpAdapter.setHeader(response, name, value);
    const page = { title: 'Not saved', frame: { kind: 'focused', wide: true }, content } as const;
    httpAdapter.reply(response, this.pages.render(request, page), statusCode);
  }
}
