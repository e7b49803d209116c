import { Inject, Injectable } from '@nestjs/common';
import { headerOf, type HttpRequest, senderOf } from '../browser/http-exchange.js';
import { OAuthError, UnknownGrantError } from '../errors/oauth.error.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { FamilyRows } from '../families/family-rows.service.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { Throttle } from '../throttle/throttle.service.js';
import { Tokens } from '../tokens/tokens.service.js';
import { readCredentials } from './client-credentials.js';
import { ClientAuthenticator } from './client-authenticator.service.js';
import { CodeExchange } from './code.exchange.js';
import { type FormParameters, readForm, readFormAndQuery } from './form-parameters.js';
import { RefreshExchange } from './refresh.exchange.js';
import { Redeemed, type TokenExchange, type TokenRequest } from './token-exchange.js';

/** From a request to the token endpoint to its answer: readable, from whom, what for. */
@Injectable()
export class TokenRequests {
  private readonly exchanges: readonly TokenExchange[];

  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(FamilyRows) private readonly rows: FamilyRows,
    @Inject(CodeExchange) code: CodeExchange,
    @Inject(RefreshExchange) refresh: RefreshExchange,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
  ) {
    this.exchanges = [code, refresh];
  }

  /** Every grant type that is answered. */
  get grantTypes(): readonly string[] {
    return this.exchanges.map(({ grantType }) => grantType);
  }

  /** @throws OAuthError that says the cause, or ThrottledError */
  async answer(request: HttpRequest): Promise<TokenAnswer> {
    const parameters = this.options.allowSecretInQuery ? readFormAndQuery(request) : readForm(request);
    const sender = senderOf(request);
    const credentials = readCredentials(headerOf(request, 'authorization'), parameters);
    const since = performance.now();
    const redeemed = this.redeemedBy(parameters);
    // Read before the client is, which mostly spares both, and the person, a look at the endings.
    const client = await this.clients.authenticate(credentials, sender, { since, before: redeemed?.row });
    const actor = { userId: null, clientId: client.id, address: sender.address };
    return this.tellingRefusals({ client, parameters, actor, redeemed, since });
  }

  /** What is to be redeemed; `null` for what this wiki never made, for which nothing is read. */
  private redeemedBy(parameters: FormParameters): Redeemed | null {
    const exchange = this.exchanges.find(({ grantType }) => grantType === parameters.get('grant_type'));
    if (!exchange) return null;
    const value = parameters.get(exchange.redeems.parameter) ?? '';
    const parsed = this.tokens.parse(exchange.redeems.kind, value);
    return parsed && new Redeemed(value, parsed, this.rows);
  }

  private async tellingRefusals(request: TokenRequest): Promise<TokenAnswer> {
    const { client, parameters, actor } = request;
    try {
      return await this.countingGuesses(this.exchangeFor(parameters.require('grant_type')), request);
    } catch (error) {
      if (error instanceof OAuthError) {
        const grantType = this.grantTypes.find((known) => known === parameters.get('grant_type')) ?? null;
        const details = { error: error.code, grantType };
        this.events.tell(actor, { type: 'token.refused', clientId: client.id, details });
      }
      throw error;
    }
  }

  /**
   * Only values that this wiki never made count, and only they are throttled: what is authentic, used or expired or not, is
   * never a guess, and no guesser can take it from its holder.
   */
  private async countingGuesses(exchange: TokenExchange, request: TokenRequest): Promise<TokenAnswer> {
    try {
      return await exchange.exchange(request);
    } catch (error) {
      if (error instanceof UnknownGrantError) {
        const guess = { kind: 'guess', subject: request.client.id, address: request.actor.address } as const;
        await this.throttle.require(guess);
        await this.throttle.failed(guess);
      }
      throw error;
    }
  }

  private exchangeFor(grantType: string): TokenExchange {
    const exchange = this.exchanges.find((candidate) => candidate.grantType === grantType);
    if (exchange) return exchange;
    throw new OAuthError('unsupported_grant_type', `This server knows the grant types ${this.grantTypes.join(', ')}.`);
  }
}
