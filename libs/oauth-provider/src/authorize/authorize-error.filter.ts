import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { ErrorPage } from '../errors/error.page.js';
import { AuthorizationRefusal, UnprovenRequestError } from './authorize.error.js';
import { responseUrl } from './return-address.js';

/** Sends proven refusals back to the application, and shows all others to the person. */
@Catch(AuthorizationRefusal, UnprovenRequestError)
@Injectable()
export class AuthorizeErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
  ) {}

  async catch(error: AuthorizationRefusal | UnprovenRequestError, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const response = http.getResponse<HttpResponse>();
    if (error instanceof AuthorizationRefusal) {
      const { returnTo, code, description } = error;
      const url = responseUrl(returnTo, { error: code, error_description: description });
      this.adapterHost.httpAdapter.reply(response, this.pages.redirect(response, url), 303);
      return;
    }
    const title = 'This application cannot be let in';
    const body = ErrorPage({ title, text: error.text, technical: error.technical });
    const page = { title, body, place: 'error', status: 400 } as const;
    const html = await this.pages.render(http.getRequest<HttpRequest>(), response, page);
    this.adapterHost.httpAdapter.reply(response, html, 400);
  }
}
