import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, HttpStatus, Logger } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BaseUrl, PageLayout } from 'nestjs-drawbridge/host';
import { addressOf, carriesToken, isRest, type WikiRequest } from '../sessions/wiki-request.js';
import { answerPlainly } from './plain-answer.js';
import { type Refusal, refusalOf, traceOf } from './refusal.js';

const titles: Readonly<Record<number, string>> = {
  403: 'This is not open to you',
  404: 'There is nothing here',
  409: 'Somebody was faster',
  503: 'Back in a moment',
};

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0).toString()};`);

/** Answers failed requests: REST and applications in JSON, a page of nobody with the way to sign in, any other page with a page. */
@Catch()
export class WikiErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(WikiErrorFilter.name);

  constructor(
    private readonly adapterHost: HttpAdapterHost,
    private readonly baseUrl: BaseUrl,
    private readonly layout: PageLayout,
  ) {}

  /** Never rejects: nobody waits for a filter, and a rejection that nobody waits for ends the process. */
  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    try {
      await this.answer(error, http.getRequest<WikiRequest>(), http.getResponse<unknown>());
    } catch (another) {
      this.logger.error(traceOf(another));
      answerPlainly(http.getResponse());
    }
  }

  /** Answers a failed request; may throw. */
  protected async answer(error: unknown, request: WikiRequest, response: unknown): Promise<void> {
    const adapter = this.adapterHost.httpAdapter;
    const refusal = refusalOf(error);
    const isMeant = error instanceof HttpException && error.getStatus() === Number(HttpStatus.SERVICE_UNAVAILABLE);
    if (isMeant) this.logger.warn(refusal.message);
    else if (refusal.statusCode >= 500) this.logger.error(traceOf(error));
    if (adapter.isHeadersSent(response)) return;
    if (refusal.statusCode === 503 && !adapter.getHeader(response, 'Retry-After'))
      adapter.setHeader(response, 'Retry-After', '5');
    if (isRest(request, this.baseUrl.pathOf('')) || carriesToken(request)) {
      adapter.reply(response, refusal, refusal.statusCode);
    } else if (refusal.statusCode === 401) {
      adapter.redirect(response, 303, this.signIn(request));
    } else {
      adapter.setHeader(response, 'Content-Type', 'text/html; charset=utf-8');
      adapter.reply(response, await this.page(refusal, request), refusal.statusCode);
    }
  }

  private signIn(request: WikiRequest): string {
    const context = this.baseUrl.pathOf('');
    const asked = addressOf(request).slice(context.length);
    const back = request.method === 'GET' && asked.startsWith('/') ? `?returnTo=${encodeURIComponent(asked)}` : '';
    return this.baseUrl.pathOf(`/login${back}`);
  }

  private async page(refusal: Refusal, request: WikiRequest): Promise<string> {
    const title = titles[refusal.statusCode] ?? 'That did not work';
    const start = escaped(this.baseUrl.pathOf('/'));
    const body = `<h1>${title}</h1><p>${escaped(refusal.message)}</p><p><a href="${start}">Back to the start</a></p>`;
    return this.layout.render(
      { title, body, place: 'error', language: 'en', direction: 'ltr', stylesheets: [], scripts: [] },
      request,
    );
  }
}
