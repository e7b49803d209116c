import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { CurrentUser } from 'nestjs-drawbridge/host';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { SignInFirst } from './sign-in-first.js';

/** Sends whoever is not signed in to the host's sign-in, and back to the page they wanted. */
@Catch(SignInFirst)
@Injectable()
export class SignInFilter implements ExceptionFilter<SignInFirst> {
  constructor(
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(Pages) private readonly pages: Pages,
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
  ) {}

  catch(_exception: SignInFirst, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const response = http.getResponse<HttpResponse>();
    const url = this.currentUser.signInUrl(request.originalUrl ?? request.url);
    this.adapterHost.httpAdapter.reply(response, this.pages.redirect(response, url), 303);
  }
}
