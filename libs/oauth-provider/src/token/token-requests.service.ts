import { Inject, Injectable } from '@nestjs/common';
import { addressOf, headerOf, type HttpRequest, isForm, rawQueryOf } from '../browser/http-exchange.js';
import { invalidRequest, OAuthError } from '../errors/oauth.error.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { readCredentials } from './client-credentials.js';
import { ClientAuthenticator } from './client-authenticator.service.js';
import { CodeExchange } from './code.exchange.js';
import { FormParameters } from './form-parameters.js';
import { RefreshExchange } from './refresh.exchange.js';
import { type TokenExchange } from './token-exchange.js';

const secretNames = ['client_secret', 'code', 'code_verifier', 'refresh_token'];

/** From a request to the token endpoint to its answer: readable, from whom, what for. */
@Injectable()
export class TokenRequests {
  private readonly exchanges: readonly TokenExchange[];

  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(CodeExchange) code: CodeExchange,
    @Inject(RefreshExchange) refresh: RefreshExchange,
  ) {
    this.exchanges = [code, refresh];
  }

  /** @throws OAuthError that says the cause. */
  async answer(request: HttpRequest): Promise<TokenAnswer> {
    this.requireForm(request);
    const parameters = FormParameters.fromBody(request.body);
    const client = await this.clients.authenticate(readCredentials(headerOf(request, 'authorization'), parameters));
    const exchange = this.exchangeFor(parameters.require('grant_type'));
    return exchange.exchange({ client, parameters, actor: { userId: null, address: addressOf(request) } });
  }

  private requireForm(request: HttpRequest): void {
    const inQuery = new URLSearchParams(rawQueryOf(request));
    const leaked = secretNames.find((name) => inQuery.has(name));
    if (leaked) throw invalidRequest(`Send ${leaked} in the body: addresses end up in logs. Treat it as leaked.`);
    if (!isForm(request)) {
      throw invalidRequest('Send the parameters as application/x-www-form-urlencoded in the body of the POST.');
    }
  }

  private exchangeFor(grantType: string): TokenExchange {
    const exchange = this.exchanges.find((candidate) => candidate.grantType === grantType);
    if (exchange) return exchange;
    const known = this.exchanges.map((candidate) => candidate.grantType).join(', ');
    throw new OAuthError('unsupported_grant_type', `This server knows the grant types ${known}.`);
  }
}
