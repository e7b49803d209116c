import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { ThrottledError } from '../throttle/throttled.error.js';
import { ErrorPages } from './error-pages.service.js';
import { type ErrorModel } from './error.page.js';
import { OAuthError } from './oauth.error.js';
import { isStorageAway, storageRetrySeconds } from './storage-away.js';
import { traceOf } from './trace.js';

interface Shown extends ErrorModel {
  readonly status: number;
}

const storageAway: Shown = {
  status: 503,
  title: 'One moment, please',
  text: 'The wiki cannot reach its database right now. Nothing was lost. Please try again in a moment.',
};

const broken: Shown = {
  status: 500,
  title: 'Something went wrong',
  text: 'The wiki could not answer. The details are in its log. Please try again, or tell your administrator.',
};

const throttled = ({ retryAfterSeconds }: ThrottledError): Shown => ({
  status: 429,
  title: 'A short pause, please',
  text:
    'Several answers in a row could not be taken, so we wait a moment before the next one. Nothing was lost. ' +
    `Please try again in ${retryAfterSeconds} ${retryAfterSeconds === 1 ? 'second' : 'seconds'}.`,
});

/** A form of ours cannot come out like this, so it is the application's, or a script's. */
const unreadable = ({ status, code, description }: OAuthError): Shown => ({
  status,
  title: 'This did not work',
  text: 'The wiki could not read what it was sent. Please go back to where you came from and try again.',
  technical: `${code}: ${description}`,
});

const titles: Readonly<Record<number, string>> = {
  400: 'This did not work',
  403: 'You may not see this page',
  404: 'There is no such page',
  409: 'Somebody was faster',
};

const messageOf = (exception: HttpException): string => {
  const body = exception.getResponse() as string | { message?: string | string[] };
  const message = typeof body === 'string' ? body : body.message;
  return Array.isArray(message) ? message.join(' ') : (message ?? exception.message);
};

/** Turns whatever a page's controller throws into a page. */
@Catch()
@Injectable()
export class PageErrorFilter implements ExceptionFilter {
  private readonly logger = new Logger(PageErrorFilter.name);

  constructor(@Inject(ErrorPages) private readonly errorPages: ErrorPages) {}

  async catch(exception: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    await this.answer(exception, http.getRequest<HttpRequest>(), http.getResponse<HttpResponse>());
  }

  /** The same where no route was reached yet. Never rejects. */
  async answer(exception: unknown, request: HttpRequest, response: HttpResponse): Promise<void> {
    const { status, ...model } = this.shown(exception);
    if (status === 503) response.header('Retry-After', String(storageRetrySeconds));
    if (exception instanceof ThrottledError) response.header('Retry-After', String(exception.retryAfterSeconds));
    await this.errorPages.answer(request, response, status, model);
  }

  private shown(exception: unknown): Shown {
    if (exception instanceof HttpException) {
      const status = exception.getStatus();
      return { status, title: titles[status] ?? broken.title, text: messageOf(exception) };
    }
    if (exception instanceof ThrottledError) return throttled(exception);
    if (isStorageAway(exception)) return storageAway;
    if (exception instanceof OAuthError) return unreadable(exception);
    this.logger.error(traceOf(exception));
    return broken;
  }
}
