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
import { type Phrase } from '../words/phrase.js';
import { say } from '../words/provider-words.js';
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
  title: say('error.storageAway'),
  text: say('error.storageAway.text'),
};

const broken: Shown = {
  status: 500,
  title: say('error.broken'),
  text: say('error.broken.text'),
};

const throttled = ({ retryAfterSeconds }: ThrottledError): Shown => ({
  status: 429,
  title: say('error.throttled'),
  text: say('error.throttled.text', { seconds: retryAfterSeconds }),
});

/** A form of ours cannot come out like this, so it is the application's, or a script's. */
const unreadable = ({ status, code, description }: OAuthError): Shown => ({
  status,
  title: say('error.notWorked'),
  text: say('error.unreadable.text'),
  technical: `${code}: ${description}`,
});

const titles: Readonly<Record<number, Phrase>> = {
  400: say('error.notWorked'),
  403: say('error.forbidden'),
  404: say('error.notFound'),
  409: say('error.conflict'),
};

/** What an exception of ours says, or what another one brought along. */
const messageOf = (exception: HttpException & { readonly phrase?: Phrase }): Phrase => {
  if (exception.phrase) return exception.phrase;
  const body = exception.getResponse() as string | { message?: string | string[] };
  const message = typeof body === 'string' ? body : body.message;
  return () => (Array.isArray(message) ? message.join(' ') : (message ?? exception.message));
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
