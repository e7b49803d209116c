import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { accessOf, Calls, carrierOf, isRootField, kindOf, refusalIn, RouteMap } from 'nestjs-drawbridge/scopes';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { ResourceMetadata } from '../metadata/resource-metadata.service.js';
import { isUpgrade } from '../open/http-channel.js';
import { OpenCalls } from '../open/open-calls.service.js';
import { BearerAdmission } from './bearer-admission.service.js';
import { BearerRefusal } from './bearer-refusal.js';
import { showsBearer } from './unknown-call.js';

/**
 * Reads the access token of a call and makes its request the person's. Calls without one pass untouched: they are the
 * host's business. Register it first among the global guards, before `ScopesGuard` and the host's own.
 *
 * HTTP requests are judged once, whatever they ask for; GraphQL operations and messages over a socket each anew.
 */
@Injectable()
export class BearerGuard implements CanActivate {
  private readonly judged = new WeakSet<ExecutionContext>();

  constructor(
    @Inject(BearerAdmission) private readonly admission: BearerAdmission,
    @Inject(OpenCalls) private readonly open: OpenCalls,
    @Inject(RouteMap) private readonly routes: RouteMap,
    @Inject(Calls) private readonly calls: Calls,
    @Inject(ResourceMetadata) private readonly metadata: ResourceMetadata,
  ) {}

  /**
   * `false` for a token on a call of a kind that is not known, for instance a message of a microservice.
   *
   * @throws BearerRefusal with an RFC 6750 challenge: 401 when the token is not good, 400 when it is sent in any other way
   * than the Authorization header, 503 when the database is away or applications are switched off; nothing is said about
   * the token then. In a gateway its `WsException`.
   */
  canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = kindOf(context);
    if (kind === 'other') return Promise.resolve(!showsBearer(context.getArgs()));
    // Not awaited here: each function that waits for another costs a request more than what it does.
    return kind === 'http' ? this.judgeRequest(context) : this.judgeOperation(context, kind);
  }

  /** Whether a caller shows no sign of who they are, on a route that an application could come in by. */
  protected isInvited(context: ExecutionContext, { headers }: HttpRequest): boolean {
    if (headers.authorization !== undefined || headers.cookie !== undefined) return false;
    return this.routes.scopeOf(context.getClass(), context.getHandler()) !== null;
  }

  /**
   * Says where one learns how to get a token, in case the host turns the caller away (RFC 9728 §5.1). Where it lets them
   * in, the header says that a token might show more (RFC 9110 §11.6.1); a challenge of the host's own replaces it.
   */
  protected invite(response: HttpResponse): void {
    response.header('WWW-Authenticate', `Bearer ${this.metadata.challengePart()}`);
  }

  private async judgeRequest(context: ExecutionContext): Promise<true> {
    const [request, response] = context.getArgs<[HttpRequest, HttpResponse]>();
    if (accessOf(request)) return true;
    const outcome = await this.admission.judge(request, this.routeOf(context));
    if (outcome instanceof BearerRefusal) {
      for (const [name, value] of Object.entries(outcome.headers)) response.header(name, value);
      throw outcome;
    }
    if (outcome) this.open.keepResponse(response, outcome, this.neededBy(context));
    else if (this.isInvited(context, request)) this.invite(response);
    return true;
  }

  private async judgeOperation(context: ExecutionContext, kind: 'graphql' | 'ws'): Promise<true> {
    try {
      await (kind === 'graphql' ? this.judgeField(context) : this.judgeMessage(context));
      return true;
    } catch (error) {
      throw error instanceof BearerRefusal ? refusalIn(context, error) : error;
    }
  }

  private async judgeField(context: ExecutionContext): Promise<void> {
    const request = this.calls.requestOf(context) as HttpRequest | undefined;
    if (!request) return;
    const carrier = carrierOf(context) ?? request;
    if (isUpgrade(request)) {
      if (accessOf(carrier) && !isRootField(context)) return;
      const accepted = await this.admission.admit(request, this.routeOf(context), carrier);
      if (accepted) this.open.keepSocket(request, accepted, this.neededBy(context));
      return;
    }
    const accepted = await this.admission.admitOnce(request, this.routeOf(context), carrier);
    if (accepted) this.open.keepResponseTo(request, carrier, accepted, this.neededBy(context));
  }

  private async judgeMessage(context: ExecutionContext): Promise<void> {
    const request = this.calls.requestOf(context) as HttpRequest | undefined;
    if (!request || this.judged.has(context)) return;
    this.judged.add(context);
    const client = context.switchToWs().getClient<object>();
    const accepted = await this.admission.admit(request, this.routeOf(context), client);
    if (accepted) this.open.raise(client, accepted, this.neededBy(context));
  }

  private neededBy(context: ExecutionContext) {
    return this.routes.scopeOf(context.getClass(), context.getHandler());
  }

  private routeOf(context: ExecutionContext): string {
    return this.routes.nameOf(context.getClass(), context.getHandler());
  }
}
