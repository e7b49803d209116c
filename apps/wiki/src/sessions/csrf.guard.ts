import { type CanActivate, type ExecutionContext, ForbiddenException, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { guardsItself } from 'nestjs-drawbridge/host';
import { timingSafeEqual } from 'node:crypto';
import { WikiConfig } from '../config/wiki-config.js';
import { publicMark } from './public.decorator.js';
import { isRest, type WikiRequest } from './wiki-request.js';

const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Lets a change under a session happen only when a page of the wiki asked for it: with the session's token in the field
 * `csrfToken` or the header `X-CSRF-Token`, or, in REST, with `X-Atlassian-Token: no-check`, which no foreign page can send.
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
    if (request.headers['sec-fetch-site'] === 'cross-site' && !this.isRest(request))
      throw new ForbiddenException('This form was sent from another site.');
    if (this.reflector.getAllAndOverride<boolean>(publicMark, [context.getHandler(), context.getClass()])) return true;
    if (!request.wikiSession || this.isOurs(request, request.wikiSession.csrfToken)) return true;
    throw new ForbiddenException(
      this.isRest(request)
        ? 'XSRF check failed: send the header X-Atlassian-Token: no-check.'
        : 'This form is out of date. Go back, reload the page and send it again.',
    );
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
