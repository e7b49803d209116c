import { Inject, Injectable } from '@nestjs/common';
import { CurrentUser } from 'nestjs-drawbridge/host';
import { setAccess } from 'nestjs-drawbridge/scopes';
import { hasField, headerOf, type HttpRequest, isForm, rawQueryOf } from '../browser/http-exchange.js';
import { isStorageAway } from '../errors/storage-away.js';
import { ResourceMetadata } from '../metadata/resource-metadata.service.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { UsageRecorder } from '../usage/usage-recorder.service.js';
import { ApplicationsPaused } from './applications-paused.error.js';
import { BearerAuthentication, type BearerOutcome } from './bearer-authentication.service.js';
import { BearerRefusal } from './bearer-refusal.js';
import { type Accepted } from './bearer-tokens.service.js';

const isBearer = /^bearer(\s|$)/i;

/** Reads the token of a request and makes the request its person's, whatever kind of call the request belongs to. */
@Injectable()
export class BearerAdmission {
  private readonly underWay = new WeakMap<object, Promise<Accepted | null>>();

  constructor(
    @Inject(BearerAuthentication) private readonly authentication: BearerAuthentication,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(UsageRecorder) private readonly usage: UsageRecorder,
    @Inject(ResourceMetadata) private readonly metadata: ResourceMetadata,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {}

  /** Whether a request shows a token, good or not. */
  carriesBearer(request: Pick<HttpRequest, 'headers'>): boolean {
    return isBearer.test(headerOf(request, 'authorization') ?? '');
  }

  /**
   * The access that a request carries, noted on the request and on `carrier`; `null` when it carries no token.
   *
   * @param route what is called, as `RouteMap.nameOf` says it: counted there, let in or not
   * @throws BearerRefusal
   */
  async admit(request: HttpRequest, route: string, carrier: object = request): Promise<Accepted | null> {
    const outcome = await this.judge(request, route, carrier);
    if (outcome instanceof BearerRefusal) throw outcome;
    return outcome;
  }

  /** The same, with the refusal as an answer, for whoever throws it anyway: each throw on the way costs a flood of them. */
  async judge(
    request: HttpRequest,
    route: string,
    carrier: object = request,
  ): Promise<Accepted | BearerRefusal | null> {
    if (this.carriesTokenElsewhere(request))
      return BearerRefusal.malformed('Send the access token in the Authorization header only.');
    if (!this.carriesBearer(request)) return null;
    if (!this.options.bearerEnabled) return BearerRefusal.switchedOff();
    try {
      const outcome = await this.authentication.authenticate(headerOf(request, 'authorization') ?? '');
      if (outcome.kind !== 'accepted') return this.refusalBy(outcome, route);
      const { access, grantId } = outcome.judgement;
      await this.currentUser.become(request, access.userId, access.effective);
      setAccess(request, access);
      if (carrier !== request) setAccess(carrier, access);
      this.usage.note(access.clientId, grantId, route);
      return outcome.judgement;
    } catch (error) {
      if (isStorageAway(error)) return BearerRefusal.storageAway();
      if (!(error instanceof ApplicationsPaused)) throw error;
      if (error.clientId !== null) this.usage.noteRefused(error.clientId, 'paused', route);
      return BearerRefusal.switchedOff();
    }
  }

  /** The same for calls that come with one request, of which only the first is judged; each counts for its own route. */
  async admitOnce(request: HttpRequest, route: string, carrier: object): Promise<Accepted | null> {
    const before = this.underWay.get(request);
    const admission = before ?? this.admit(request, route, carrier);
    this.underWay.set(request, admission);
    const accepted = await admission;
    if (!accepted) return null;
    if (before) this.usage.noteCall(accepted.access.clientId, route);
    setAccess(carrier, accepted.access);
    return accepted;
  }

  /** Tokens in addresses and forms end up in logs and histories (RFC 6750 §5.3, RFC 9700 §4.3.2). */
  private carriesTokenElsewhere(request: HttpRequest): boolean {
    const query = rawQueryOf(request);
    if (query !== '' && new URLSearchParams(query).has('access_token')) return true;
    return isForm(request) && hasField(request.body, 'access_token');
  }

  private refusalBy(outcome: Exclude<BearerOutcome, { kind: 'accepted' }>, route: string): BearerRefusal {
    if (outcome.kind === 'malformed')
      return BearerRefusal.malformed('The Authorization header is not of the form: Bearer, one space, the token.');
    if (outcome.counted) this.usage.noteRefused(outcome.counted.clientId, outcome.counted.reason, route);
    return BearerRefusal.invalidToken(outcome.refusal, `${outcome.challenge}, ${this.metadata.challengePart()}`);
  }
}
