import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, CurrentUser, PageLayout, type PagePlace } from 'nestjs-drawbridge/host';
import { type VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { paths } from '../paths.js';
import { assetVersion } from './assets.js';
import { Forms } from './forms.service.js';
import { type HttpRequest, type HttpResponse } from './http-exchange.js';

/** A page of ours, before it is rendered. */
export interface Page {
  readonly title: string;
  readonly body: VNode;
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

/** Renders pages into the host's layout, with the headers that every page of ours carries. */
@Injectable()
export class Pages {
  constructor(
    @Inject(PageLayout) private readonly layout: PageLayout,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(Forms) private readonly forms: Forms,
  ) {}

  /** The whole document; sets status and headers on the response. */
  async render(request: HttpRequest, response: HttpResponse, page: Page): Promise<string> {
    this.protect(response, page.formTargets ?? []);
    response.header('Content-Type', 'text/html; charset=utf-8');
    response.status(page.status ?? 200);
    // An error page must do without whatever may be what failed.
    const person = page.place === 'error' ? null : await this.currentUser.of(request);
    const asset = (file: string): string => this.baseUrl.pathOf(`/${paths.assets}/${file}?v=${assetVersion}`);
    return this.layout.render(
      {
        title: page.title,
        body: renderToString(page.body),
        place: page.place,
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
