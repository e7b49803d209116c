import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { addressOf, type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { ErrorPages } from '../errors/error-pages.service.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { say } from '../words/provider-words.js';
import { AuthorizationRefusal, UnprovenRequestError } from './authorize.error.js';
import { responseUrl } from './return-address.js';
import { technicalDetails } from './sent-parameters.js';

/** Sends proven refusals back to the application, and shows all others to the person. */
@Catch(AuthorizationRefusal, UnprovenRequestError)
@Injectable()
export class AuthorizeErrorFilter implements ExceptionFilter {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(ErrorPages) private readonly errorPages: ErrorPages,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
  ) {}

  async catch(error: AuthorizationRefusal | UnprovenRequestError, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const response = http.getResponse<HttpResponse>();
    if (error instanceof AuthorizationRefusal) {
      const { clientId, returnTo, code, description } = error;
      const details = { error: code, redirectUri: returnTo.redirectUri };
      const actor = { userId: null, address: addressOf(http.getRequest<HttpRequest>()) };
      this.events.tell(actor, { type: 'authorization.refused', clientId, details });
      const url = responseUrl(returnTo, { error: code, error_description: description });
      this.adapterHost.httpAdapter.reply(response, this.pages.redirect(response, url), 303);
      return;
    }
    const { text, advice } = error.unproven;
    const technical = technicalDetails(error.unproven);
    const model = { title: say('authorize.refused'), text, advice, technical };
    await this.errorPages.answer(http.getRequest<HttpRequest>(), response, 400, model);
  }
}
