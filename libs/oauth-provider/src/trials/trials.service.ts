import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, type SignedInPerson } from 'nestjs-drawbridge/host';
import { formatScopes } from 'nestjs-drawbridge/scopes';
import { type HttpRequest, queryPairs, rawQueryOf } from '../browser/http-exchange.js';
import { Changes } from '../events/changes.service.js';
import { type Actor } from '../events/provider-event.js';
import { Grants } from '../grants/grants.service.js';
import { pathTo } from '../paths.js';
import { s256Of } from '../token/pkce.js';
import { type Trial, type TrialSubject } from './trial.js';
import { type TrialCaller, TrialEndpoints } from './trial-endpoints.service.js';
import { TrialStates } from './trial-states.service.js';
import { linesOf, type TrialStep } from './trial-step.js';

/** What came back to a trial's address. */
export interface TrialReturn {
  readonly subject: TrialSubject;
  /** Looks up the newest secret, once the trial is proven; `null` for a public client, and when none is left. */
  readonly clientSecret: () => Promise<string | null>;
  /** The request of the browser that came back. */
  readonly request: HttpRequest;
  readonly person: SignedInPerson;
  readonly actor: Actor;
}

/**
 * Lets an administrator go the way of an application: real authorization, consent, exchange, judgement and revocation,
 * with an address of the wiki itself in the application's place.
 */
@Injectable()
export class Trials {
  constructor(
    @Inject(TrialStates) private readonly states: TrialStates,
    @Inject(TrialEndpoints) private readonly endpoints: TrialEndpoints,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
  ) {}

  /** The address at which a trial begins: a request for all that the client is registered for, with PKCE. */
  begin({ client, redirectUri }: TrialSubject, person: SignedInPerson): string {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: client.id,
      redirect_uri: redirectUri,
      scope: formatScopes(client.scopes),
      state: this.states.begin({ clientId: client.id, redirectUri, verifier }, person),
      code_challenge: s256Of(verifier),
      code_challenge_method: 'S256',
    });
    return `${this.authorizePath}?${query.toString()}`;
  }

  /**
   * Goes on from what came back to the end: exchange, call, revocation, and whatever the trial was given is taken away. Answers each
   * step, the last of them perhaps a failed one; `null` for what is no trial of this person, or is over.
   */
  async finish(back: TrialReturn): Promise<readonly TrialStep[] | null> {
    const { subject, request, person, actor } = back;
    const answer = queryPairs(rawQueryOf(request));
    const claim = { state: answer.get('state'), clientId: subject.client.id, redirectUri: subject.redirectUri };
    const trial = await this.states.redeem(claim, person);
    if (!trial) return null;
    try {
      const code = answer.get('code');
      const steps = [this.asked(subject), cameBack(trial, answer)];
      return code === null ? steps : [...steps, ...(await this.withCode(code, trial, back))];
    } finally {
      const { clientId, userId } = trial;
      await this.changes.make(actor, (change) => this.grants.endTrial(change, { clientId, userId }));
    }
  }

  private async withCode(code: string, trial: Trial, back: TrialReturn): Promise<readonly TrialStep[]> {
    const caller: TrialCaller = {
      clientId: trial.clientId,
      userId: trial.userId,
      clientSecret: await back.clientSecret(),
      address: back.actor.address,
    };
    const fields = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: trial.redirectUri,
      code_verifier: trial.verifier,
    };
    const { step, answer } = await this.endpoints.exchange(fields, caller);
    if (!answer) return [step];
    const [token, refreshToken] = [answer.access_token, answer.refresh_token];
    const called = await this.endpoints.call('call', token);
    const revoked = await this.endpoints.revoke(refreshToken, caller);
    return [step, called, revoked, await this.endpoints.call('after', token)];
  }

  private asked({ client, redirectUri }: TrialSubject): TrialStep {
    const asked = { response_type: 'code', client_id: client.id, redirect_uri: redirectUri };
    const rest = { scope: formatScopes(client.scopes), code_challenge_method: 'S256' };
    return {
      name: 'authorize',
      request: [`GET ${this.authorizePath}`, ...linesOf({ ...asked, ...rest })],
      response: ['303', `Location: ${redirectUri}`],
      isGood: true,
    };
  }

  private get authorizePath(): string {
    return this.baseUrl.pathOf(pathTo('authorize'));
  }
}

function cameBack({ redirectUri }: Trial, answer: URLSearchParams): TrialStep {
  const request = [`GET ${new URL(redirectUri).pathname}`, ...linesOf(Object.fromEntries(answer))];
  return { name: 'code', request, response: ['200'], isGood: answer.has('code') };
}
