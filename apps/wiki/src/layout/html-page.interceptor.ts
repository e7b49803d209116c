import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { map, type Observable } from 'rxjs';
import { headerPath } from '../http/header-path.js';
import { type WikiRequest } from '../sessions/wiki-request.js';
import { type WikiPage } from './document.js';
import { htmlHeaders } from './html-headers.js';
import { PageRenderer } from './page-renderer.service.js';
import { SeeOther } from './see-other.js';

/** Turns what a handler answers into a page, or into the way to one. */
@Injectable()
export class HtmlPageInterceptor implements NestInterceptor<WikiPage | SeeOther, string> {
  constructor(
    private readonly pages: PageRenderer,
    private readonly adapterHost: HttpAdapterHost,
    private readonly baseUrl: BaseUrl,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<WikiPage | SeeOther>): Observable<string> {
    const http = context.switchToHttp();
    const { httpAdapter } = this.adapterHost;
    const response: unknown = http.getResponse();
    return next.handle().pipe(
      map((answer) => {
        for (const [name, value] of htmlHeaders) httpAdapter.setHeader(response, name, value);
        if (!(answer instanceof SeeOther)) {
          httpAdapter.status(response, answer.status ?? 200);
          return this.pages.render(http.getRequest<WikiRequest>(), answer);
        }
        if (answer.cookie) httpAdapter.setHeader(response, 'Set-Cookie', answer.cookie);
        httpAdapter.setHeader(response, 'Location', headerPath(this.baseUrl.pathOf(answer.path)));
        httpAdapter.status(response, 303);
        return '';
      }),
    );
  }
}
