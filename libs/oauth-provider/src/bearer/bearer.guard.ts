import {
  BadRequestException,
  type CanActivate,
  type ExecutionContext,
  HttpException,
  Inject,
  Injectable,
  ServiceUnavailableException,
  UnauthorizedException,
} from '@nestjs/common';
import { CurrentUser } from 'nestjs-drawbridge/host';
import { accessOf, RouteMap, setAccess } from 'nestjs-drawbridge/scopes';
import {
  hasField,
  headerOf,
  type HttpRequest,
  type HttpResponse,
  isForm,
  rawQueryOf,
} from '../browser/http-exchange.js';
import { isStorageAway, storageRetrySeconds } from '../errors/storage-away.js';
import { ResourceMetadata } from '../metadata/resource-metadata.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { UsageRecorder } from '../usage/usage-recorder.service.js';
import { ApplicationsPaused, pauseRetrySeconds } from './applications-paused.error.js';
import { BearerAuthentication, type BearerOutcome } from './bearer-authentication.service.js';

const isBearer = /^bearer(\s|$)/i;

/**
 * Reads the access token of a request and makes the request its person's. Requests without one pass untouched: they
 * are the host's business. Register it first among the global guards, before `ScopesGuard` and the host's own.
 */
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(
    @Inject(BearerAuthentication) private readonly authentication: BearerAuthentication,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(UsageRecorder) private readonly usage: UsageRecorder,
    @Inject(RouteMap) private readonly routes: RouteMap,
    @Inject(ResourceMetadata) private readonly metadata: ResourceMetadata,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {}

  /**
   * @throws UnauthorizedException with an RFC 6750 challenge when the token is not good
   * @throws BadRequestException when it is sent in any other way than the Authorization header
   * @throws ServiceUnavailableException when the database is away or applications are switched off; nothing is said about
   * the token then
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    if (accessOf(request)) return true;
    this.refuseOutsideHeader(request, http.getResponse());
    const header = headerOf(request, 'authorization');
    if (header === undefined || !isBearer.test(header)) {
      if (this.isInvited(context, request)) this.invite(http.getResponse());
      return true;
    }
    if (!this.options.bearerEnabled) throw this.switchedOff(http.getResponse());
    try {
      await this.admit(request, http.getResponse(), await this.authentication.authenticate(header));
      return true;
    } catch (error) {
      if (error instanceof ApplicationsPaused) throw this.switchedOff(http.getResponse());
      throw isStorageAway(error) ? this.storageAway(http.getResponse()) : error;
    }
  }

  /** Tokens in addresses and forms end up in logs and histories (RFC 6750 §5.3, RFC 9700 §4.3.2). */
  protected refuseOutsideHeader(request: HttpRequest, response: HttpResponse): void {
    const inQuery = new URLSearchParams(rawQueryOf(request)).has('access_token');
    const inForm = isForm(request) && hasField(request.body, 'access_token');
    if (inQuery || inForm) throw this.malformed(response, 'Send the access token in the Authorization header only.');
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

  private async admit(request: HttpRequest, response: HttpResponse, outcome: BearerOutcome): Promise<void> {
    if (outcome.kind !== 'accepted') throw this.refusal(outcome, response);
    const { access, grantId } = outcome.judgement;
    await this.currentUser.become(request, access.userId, access.effective);
    setAccess(request, access);
    this.usage.note(access.clientId, grantId);
  }

  private refusal(outcome: Exclude<BearerOutcome, { kind: 'accepted' }>, response: HttpResponse): HttpException {
    if (outcome.kind === 'malformed') {
      return this.malformed(response, 'The Authorization header is not of the form: Bearer, one space, the token.');
    }
    response.header('WWW-Authenticate', `${outcome.challenge}, ${this.metadata.challengePart()}`);
    return new UnauthorizedException({ statusCode: 401, error: 'invalid_token', message: outcome.refusal });
  }

  private storageAway(response: HttpResponse): HttpException {
    return this.unavailable(
      response,
      storageRetrySeconds,
      'The wiki cannot reach its database right now. Keep your token and try again.',
    );
  }

  private switchedOff(response: HttpResponse): HttpException {
    return this.unavailable(
      response,
      pauseRetrySeconds,
      'Applications are switched off for now. Keep your token and try again later.',
    );
  }

  private unavailable(response: HttpResponse, retryAfterSeconds: number, message: string): HttpException {
    response.header('Retry-After', String(retryAfterSeconds));
    return new ServiceUnavailableException({ statusCode: 503, error: 'temporarily_unavailable', message });
  }

  private malformed(response: HttpResponse, message: string): HttpException {
    response.header('WWW-Authenticate', `Bearer error="invalid_request", error_description="${message}"`);
    return new BadRequestException({ statusCode: 400, error: 'invalid_request', message });
  }
}
