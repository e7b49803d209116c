import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { guardsItself } from 'nestjs-drawbridge/host';
import { timingSafeEqual } from 'node:crypto';
import { WikiConfig } from '../config/wiki-config.js';
import { isRest, type WikiRequest } from './wiki-request.js';
import { withoutTicketMark } from './without-ticket.decorator.js';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Lets a change under a session happen only when a page of the wiki asked for it: with the session's token in the field
 * `csrfToken` or the header `X-CSRF-Token`, or, in REST, with `X-Atlassian-Token: no-check`, which no foreign page can send.
 * A form that the browser says another site sent is refused, session or not: nobody is signed in or out from elsewhere.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly config: WikiConfig,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<WikiRequest>();
    if (safeMethods.includes(request.method) || guardsItself(context)) return true;
    if (!this.isRest(request) && !this.isFromHere(request))
      throw new ForbiddenException('This form was sent from another site.');
    if (this.reflector.get<boolean | undefined>(withoutTicketMark, context.getHandler())) return true;
    if (!request.wikiSession || this.isOurs(request, request.wikiSession.csrfToken)) return true;
    throw new ForbiddenException(
      this.isRest(request)
        ? 'XSRF check failed: send the header X-Atlassian-Token: no-check.'
        : 'This form is out of date. Go back, reload the page and send it again.',
    );
  }

  /** Browsers say so in `Sec-Fetch-Site`; older ones, and all over plain `http`, only in `Origin`, which may be `null`. */
  private isFromHere({ headers }: WikiRequest): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined) return site === 'same-origin';
    const { origin } = headers;
    return origin === undefined || origin === 'null' || origin === new URL(this.config.baseUrl).origin;
  }

  private isRest(request: WikiRequest): boolean {
    return isRest(request, this.config.contextPath);
  }

  private isOurs(request: WikiRequest, csrfToken: string): boolean {
    if (this.isRest(request) && request.headers['x-atlassian-token'] === 'no-check') return true;
    const field = (request.body as { csrfToken?: unknown } | null | undefined)?.csrfToken;
    return [request.headers['x-csrf-token'], field].some((given) => isSame(given, csrfToken));
  }
}

function isSame(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
