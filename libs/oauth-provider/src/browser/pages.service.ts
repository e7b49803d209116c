import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, CurrentUser, PageLayout, type PagePlace } from 'nestjs-drawbridge/host';
import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { paths } from '../paths.js';
import { Languages } from '../words/languages.service.js';
import { type Phrase } from '../words/phrase.js';
import { type Reader } from '../words/reader.js';
import { ReaderContext } from '../words/reader-context.js';
import { assetVersion } from './assets.js';
import { Forms } from './forms.service.js';
import { type HttpRequest, type HttpResponse } from './http-exchange.js';

/** A page of ours, before it is rendered. */
export interface Page {
  readonly title: string | Phrase;
  readonly body: ComponentChild;
  readonly place: PagePlace;
  /** HTTP status. Default: 200. */
  readonly status?: number;
  /** Where its forms may lead besides this wiki, as CSP sources; browsers apply them to redirects as well. */
  readonly formTargets?: readonly string[];
}

const policy = (formTargets: readonly string[]): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `form-action ${["'self'", ...formTargets].join(' ')}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

/** A page's body as HTML, in the words of whoever reads it; says its language, because the host may speak another one. */
export function htmlFor(reader: Reader, body: ComponentChild): string {
  const { language: lang, direction: dir } = reader;
  return renderToString(h(ReaderContext.Provider, { value: reader }, h('div', { lang, dir }, body)));
}

/** Renders pages into the host's layout, with the headers that every page of ours carries. */
@Injectable()
export class Pages {
  constructor(
    @Inject(PageLayout) private readonly layout: PageLayout,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Languages) private readonly languages: Languages,
  ) {}

  /** The whole document; sets status and headers on the response. */
  async render(request: HttpRequest, response: HttpResponse, page: Page): Promise<string> {
    this.protect(response, page.formTargets ?? []);
    response.header('Content-Type', 'text/html; charset=utf-8');
    response.status(page.status ?? 200);
    // An error page must do without whatever may be what failed.
    const isError = page.place === 'error';
    const person = isError ? null : await this.currentUser.of(request);
    const reader = isError ? this.languages.readerWithoutHost(request) : await this.languages.readerOf(request);
    const { language, direction } = reader;
    const asset = (file: string): string => this.baseUrl.pathOf(`/${paths.assets}/${file}?v=${assetVersion}`);
    return this.layout.render(
      {
        title: typeof page.title === 'string' ? page.title : page.title(reader),
        body: htmlFor(reader, page.body),
        place: page.place,
        language,
        direction,
        stylesheets: [asset('drawbridge.css')],
        scripts: [asset('drawbridge.js')],
        ...(person ? { csrfToken: await this.forms.sessionTicket(person) } : {}),
      },
      request,
    );
  }

  /** Sends the browser on with a GET (303, RFC 9110 §15.4.4); answers the empty body. */
  redirect(response: HttpResponse, url: string): string {
    this.protect(response);
    response.status(303);
    response.header('Location', url);
    return '';
  }

  private protect(response: HttpResponse, formTargets: readonly string[] = []): void {
    response.header('Content-Security-Policy', policy(formTargets));
    response.header('X-Frame-Options', 'DENY');
    response.header('X-Content-Type-Options', 'nosniff');
    response.header('Referrer-Policy', 'no-referrer');
    response.header('Cache-Control', 'no-store');
  }
}
