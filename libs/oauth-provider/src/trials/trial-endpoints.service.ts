import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { ApplicationsPaused } from '../bearer/applications-paused.error.js';
import { BearerTokens } from '../bearer/bearer-tokens.service.js';
import { type HttpRequest, ofTrial } from '../browser/http-exchange.js';
import { OAuthError } from '../errors/oauth.error.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { pathTo } from '../paths.js';
import { Revocations } from '../revoke/revocations.service.js';
import { ThrottledError } from '../throttle/throttled.error.js';
import { TokenRequests } from '../token/token-requests.service.js';
import { cutShort, linesOf, type TrialStep } from './trial-step.js';

/** Who asks in a trial: the client, and where the person behind it is. */
export interface TrialCaller {
  readonly clientId: string;
  /** `null` for a public client, and when no secret is left. */
  readonly clientSecret: string | null;
  readonly userId: string;
  readonly address: string | null;
}

type Fields = Readonly<Record<string, string>>;

/** Sends requests to endpoints of ours as an application would, without the way over the network, and notes what goes over the wire. */
@Injectable()
export class TrialEndpoints {
  constructor(
    @Inject(TokenRequests) private readonly tokens: TokenRequests,
    @Inject(Revocations) private readonly revocations: Revocations,
    @Inject(BearerTokens) private readonly bearers: BearerTokens,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
  ) {}

  /** Exchanges the code; `answer` is `null` when it was refused. */
  async exchange(fields: Fields, caller: TrialCaller): Promise<{ step: TrialStep; answer: TokenAnswer | null }> {
    let answer: TokenAnswer | null = null;
    const step = await this.post('exchange', { endpoint: 'token', fields, caller }, async (request) => {
      answer = await this.tokens.answer(request);
      return answer;
    });
    return { step, answer };
  }

  /** Revokes a token and all that belongs to it. */
  async revoke(token: string, caller: TrialCaller): Promise<TrialStep> {
    return this.post('revoke', { endpoint: 'revoke', fields: { token }, caller }, async (request) => {
      await this.revocations.revoke(request);
      return {};
    });
  }

  /** Judges a token as every request with it is judged. */
  async call(name: 'call' | 'after', token: string): Promise<TrialStep> {
    const request = [`Authorization: Bearer ${cutShort(token)}`];
    return answered(name, request, async () => {
      const judgement = await this.bearers.judge(token);
      const isExpected = 'refusal' in judgement === (name === 'after');
      if ('refusal' in judgement) return { response: ['401', judgement.refusal], isGood: isExpected };
      const { userId, scope: granted, effective } = judgement.access;
      const lines = linesOf({ sub: userId, granted, effective: effective ?? 'nothing' });
      return { response: ['200', ...lines], isGood: isExpected, admitted: { granted, effective } };
    });
  }

  private async post(
    name: 'exchange' | 'revoke',
    { endpoint, fields, caller }: { endpoint: 'token' | 'revoke'; fields: Fields; caller: TrialCaller },
    send: (request: HttpRequest) => Promise<object>,
  ): Promise<TrialStep> {
    const { clientId, clientSecret, userId, address } = caller;
    const proof = { client_id: clientId, ...(clientSecret !== null && { client_secret: clientSecret }) };
    const body = { ...fields, ...proof };
    const url = this.baseUrl.pathOf(pathTo(endpoint));
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return answered(name, [`POST ${url}`, ...linesOf(body)], async () => {
      const request = {
        method: 'POST',
        url,
        headers,
        body,
        [ofTrial]: userId,
        ...(address !== null && { ip: address }),
      };
      const answer = await send(request);
      return { response: ['200', ...linesOf(answer)], isGood: true };
    });
  }
}

type Answered = Omit<TrialStep, 'name' | 'request'>;

/** A step with its answer, or with the refusal that an application would have got. */
async function answered(
  name: TrialStep['name'],
  request: readonly string[],
  ask: () => Promise<Answered>,
): Promise<TrialStep> {
  try {
    return { name, request, ...(await ask()) };
  } catch (error) {
    const response = refusalOf(error);
    if (!response) throw error;
    return { name, request, response, isGood: false };
  }
}

function refusalOf(error: unknown): readonly string[] | null {
  if (error instanceof OAuthError) {
    return [error.status.toString(), ...linesOf({ error: error.code, error_description: error.description })];
  }
  if (error instanceof ThrottledError) return ['429', `Retry-After: ${error.retryAfterSeconds.toString()}`];
  return error instanceof ApplicationsPaused ? ['503', 'Applications are switched off for now.'] : null;
}
