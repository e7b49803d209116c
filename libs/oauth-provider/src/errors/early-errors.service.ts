import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { paths } from '../paths.js';
import { PageErrorFilter } from './page-error.filter.js';
import { isStorageAway } from './storage-away.js';
import { TokenErrorFilter } from './token-error.filter.js';
import { unreadableRequest } from './unreadable-request.js';

type Answer = (error: unknown, request: HttpRequest, response: HttpResponse) => void | Promise<void>;
type ExpressErrorHandler = (...of: [...Parameters<Answer>, next: (error: unknown) => void]) => void;

/** What is used of Express here. */
interface Express {
  use(handler: ExpressErrorHandler): unknown;
}

/** What is used of Fastify here. */
interface Fastify {
  addHook(name: 'onRoute', hook: (route: { readonly url: string; errorHandler?: Answer }) => void): unknown;
}

const endingIn = (endpoints: readonly string[]): RegExp => new RegExp(`(^|/)(${endpoints.join('|')})/?$`, 'i');
const forApplications = endingIn([...paths.token, ...paths.revoke, ...paths.introspect]);
const forPeople = endingIn([...paths.authorize, ...paths.consent, paths.authorizedApplications]);

/**
 * Answers what fails before a request reaches its route, above all in the host's reader of bodies, as the endpoint
 * itself would have answered. On our own paths alone; everything else that fails there is left to the host.
 */
@Injectable()
export class EarlyErrors {
  constructor(
    @Inject(HttpAdapterHost) private readonly adapterHost: HttpAdapterHost,
    @Inject(TokenErrorFilter) private readonly json: TokenErrorFilter,
    @Inject(PageErrorFilter) private readonly pages: PageErrorFilter,
  ) {}

  /** Takes its place: behind the host's reader of bodies, which is there already, and before the first route. */
  install(): void {
    const { httpAdapter } = this.adapterHost;
    if (httpAdapter.getType() === 'express') this.onExpress(httpAdapter.getInstance<Express>());
    if (httpAdapter.getType() === 'fastify') this.onFastify(httpAdapter.getInstance<Fastify>());
  }

  private onExpress(express: Express): void {
    express.use((error, request, response, next) => {
      const [path = ''] = (request.originalUrl ?? request.url).split('?');
      const [known, answer] = [inOurWords(error, request), this.answerAt(path)];
      if (!known || !answer || this.adapterHost.httpAdapter.isHeadersSent(response)) next(error);
      else Promise.resolve(answer(known, request, response)).catch(next);
    });
  }

  private onFastify(fastify: Fastify): void {
    fastify.addHook('onRoute', (route) => {
      const answer = this.answerAt(route.url);
      if (!answer) return;
      route.errorHandler = async (error, request, reply) => {
        const known = inOurWords(error, request);
        if (!known) throw error; // goes on to the host's own handler
        await answer(known, request, reply);
      };
    });
  }

  private answerAt(path: string): Answer | null {
    if (forApplications.test(path)) return (...of) => this.json.answer(...of);
    if (forPeople.test(path)) return (...of) => this.pages.answer(...of);
    return null;
  }
}

/** What our filters make of an error; `null` when it is the host's own business. */
const inOurWords = (error: unknown, request: HttpRequest): unknown =>
  isStorageAway(error) ? error : unreadableRequest(error, request);
