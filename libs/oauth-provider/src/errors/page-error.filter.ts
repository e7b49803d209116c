import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Inject,
  Injectable,
  Logger,
} from '@nestjs/common';
import { type HttpResponse } from '../browser/http-exchange.js';
import { ThrottledError } from '../throttle/throttled.error.js';
import { ErrorPages } from './error-pages.service.js';
import { isStorageAway } from './storage-away.js';
import { traceOf } from './trace.js';

interface Shown {
  readonly status: number;
  readonly title: string;
  readonly text: string;
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
    const { status, title, text } = this.shown(exception);
    if (status === 503) host.switchToHttp().getResponse<HttpResponse>().header('Retry-After', '2');
    if (exception instanceof ThrottledError) {
      host.switchToHttp().getResponse<HttpResponse>().header('Retry-After', String(exception.retryAfterSeconds));
    }
    await this.errorPages.answer(host, status, { title, text });
  }

  private shown(exception: unknown): Shown {
    if (exception instanceof HttpException) {
      const status = exception.getStatus();
      return { status, title: titles[status] ?? broken.title, text: messageOf(exception) };
    }
    if (exception instanceof ThrottledError) return throttled(exception);
    if (isStorageAway(exception)) return storageAway;
    this.logger.error(traceOf(exception));
    return broken;
  }
}
