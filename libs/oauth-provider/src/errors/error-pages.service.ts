import { Inject, Injectable, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { htmlFor, Pages } from '../browser/pages.service.js';
import { Languages } from '../words/languages.service.js';
import { type Reader } from '../words/reader.js';
import { type ErrorModel, ErrorPage } from './error.page.js';
import { traceOf } from './trace.js';

/** Answers with an error page. Never rejects: nobody waits for an exception filter, so a rejection would end the process. */
@Injectable()
export class ErrorPages {
  private readonly logger = new Logger(ErrorPages.name);

  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Languages) private readonly languages: Languages,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
  ) {}

  async answer(request: HttpRequest, response: HttpResponse, status: number, model: ErrorModel): Promise<void> {
    const html = await this.render(request, response, status, model);
    this.adapterHost.httpAdapter.reply(response, html, status);
  }

  /** In the host's layout, or bare where the layout itself cannot be had, for instance without a database. */
  private async render(
    request: HttpRequest,
    response: HttpResponse,
    status: number,
    model: ErrorModel,
  ): Promise<string> {
    const body = h(ErrorPage, model);
    try {
      return await this.pages.render(request, response, { title: model.title, body, place: 'error', status });
    } catch (error) {
      this.logger.warn(`An error page had to do without its layout. ${traceOf(error)}`);
      return bare(this.languages.readerWithoutHost(request), model);
    }
  }
}

/** The whole document where there is no layout. */
function bare(reader: Reader, model: ErrorModel): string {
  const head = h('head', null, [
    h('meta', { charset: 'utf-8' }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', null, model.title(reader)),
  ]);
  const body = h(
    'body',
    null,
    h('main', { dangerouslySetInnerHTML: { __html: htmlFor(reader, h(ErrorPage, model)) } }),
  );
  return `<!doctype html>${renderToString(h('html', { lang: reader.language, dir: reader.direction }, [head, body]))}`;
}
