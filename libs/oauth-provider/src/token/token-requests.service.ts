import { Inject, Injectable } from '@nestjs/common';
import { addressOf, headerOf, type HttpRequest } from '../browser/http-exchange.js';
import { OAuthError } from '../errors/oauth.error.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { readCredentials } from './client-credentials.js';
import { ClientAuthenticator } from './client-authenticator.service.js';
import { CodeExchange } from './code.exchange.js';
import { readForm, readFormAndQuery } from './form-parameters.js';
import { RefreshExchange } from './refresh.exchange.js';
import { type TokenExchange } from './token-exchange.js';

/** From a request to the token endpoint to its answer: readable, from whom, what for. */
@Injectable()
export class TokenRequests {
  private readonly exchanges: readonly TokenExchange[];

  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(CodeExchange) code: CodeExchange,
    @Inject(RefreshExchange) refresh: RefreshExchange,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
  ) {
    this.exchanges = [code, refresh];
  }

  /** Every grant type that is answered. */
  get grantTypes(): readonly string[] {
    return this.exchanges.map(({ grantType }) => grantType);
  }

  /** @throws OAuthError that says the cause. */
  async answer(request: HttpRequest): Promise<TokenAnswer> {
    const parameters = this.options.allowSecretInQuery ? readFormAndQuery(request) : readForm(request);
    const client = await this.clients.authenticate(readCredentials(headerOf(request, 'authorization'), parameters));
    const exchange = this.exchangeFor(parameters.require('grant_type'));
    return exchange.exchange({ client, parameters, actor: { userId: null, address: addressOf(request) } });
  }

  private exchangeFor(grantType: string): TokenExchange {
    const exchange = this.exchanges.find((candidate) => candidate.grantType === grantType);
    if (exchange) return exchange;
    throw new OAuthError('unsupported_grant_type', `This server knows the grant types ${this.grantTypes.join(', ')}.`);
  }
}
