import { HttpException, type INestApplicationContext, RequestMethod } from '@nestjs/common';
import {
  InsufficientScopeException,
  Limits,
  Refusals,
  type Scope,
  type ScopeByMethod,
  shortfallOf,
} from 'nestjs-drawbridge/scopes';
import { BearerAdmission } from '../bearer/bearer-admission.service.js';
import { BearerRefusal } from '../bearer/bearer-refusal.js';
import { type HttpRequest } from '../browser/http-exchange.js';
import { OpenCalls } from '../open/open-calls.service.js';
import { sendRefusal } from './send-refusal.js';

/** What opens what the middleware stands before. */
export interface ApplicationAccessOptions {
  /** The scope that opens it, `byMethod`, or `'CLOSED'` for none. */
  readonly scope: Scope | ScopeByMethod | 'CLOSED';
  /** What it is called where calls are counted, at most 255 characters: `/files/*`. Default: `outside`. */
  readonly route?: string;
}

/** Fits `app.use` of Express, `fastify.use` of middie, and Fastify's hooks `onRequest` to `preHandler`. */
export type ApplicationAccess = (request: HttpRequest, response: object, next: (error?: Error) => void) => void;

/**
 * The judgement of `BearerGuard` and `ScopesGuard` for routes that a host mounts outside Nest:
 * `express.use('/files', applicationAccess(app, { scope: byMethod }), files)`. What carries no token passes untouched and
 * is the host's business. `accessOf(request)` gives the access behind it.
 */
export function applicationAccess(
  app: INestApplicationContext,
  { scope, route = 'outside' }: ApplicationAccessOptions,
): ApplicationAccess {
  const [admission, open, limits, refusals] = [BearerAdmission, OpenCalls, Limits, Refusals].map((token) =>
    app.get<unknown>(token, { strict: false }),
  ) as [BearerAdmission, OpenCalls, Limits, Refusals];

  const judge = async (request: HttpRequest, response: object): Promise<void> => {
    const called = `${request.method} ${route}`;
    const accepted = await admission.admit(request, called);
    if (!accepted) return;
    const needed = neededFor(scope, request.method);
    const { access } = accepted;
    const shortfall =
      shortfallOf(access, needed) ?? (await limits.shortfallOf(access, { kind: 'outside', context: null, request }));
    if (!shortfall) return open.keepResponse(response, accepted, needed);
    refusals.tell(access, shortfall, called);
    throw new InsufficientScopeException(shortfall);
  };

  return (request, response, next) => {
    judge(request, response).then(
      () => next(),
      (error: unknown) => {
        if (error instanceof BearerRefusal) sendRefusal(response, error, error.headers);
        else if (error instanceof InsufficientScopeException)
          sendRefusal(response, error, { 'WWW-Authenticate': error.challenge });
        else next(error instanceof Error ? error : new HttpException(String(error), 500));
      },
    );
  };
}

function neededFor(scope: ApplicationAccessOptions['scope'], method: string): Scope | null {
  if (typeof scope !== 'function') return scope === 'CLOSED' ? null : scope;
  return scope(RequestMethod[method as keyof typeof RequestMethod] ?? RequestMethod.ALL);
}
