import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl } from 'nestjs-drawbridge/host';
import { highestOf, parseScopes, type Scope, suffices, upTo } from 'nestjs-drawbridge/scopes';
import { queryPairs } from '../browser/http-exchange.js';
import { isClientId } from '../clients/client-id.js';
import { type Client } from '../clients/client.entity.js';
import { Clients } from '../clients/clients.service.js';
import { isRegistered } from '../clients/redirect-uri.js';
import { OAuthError, type OAuthErrorCode, printable } from '../errors/oauth.error.js';
import { FormParameters } from '../token/form-parameters.js';
import { type AuthorizationRequest } from './authorization-request.js';
import { AuthorizationRefusal, UnprovenRequestError } from './authorize.error.js';
import { type Phrase } from '../words/phrase.js';
import { say } from '../words/provider-words.js';
import { codeChallengeOf } from './code-challenge.js';
import { rawParameter } from './return-address.js';

const notLinked = say('authorize.notLinked');
const wrongAddress = say('authorize.wrongAddress');

/** Checks requests for authorization: first who asks and where answers go, then everything else. */
@Injectable()
export class AuthorizationRequests {
  constructor(
    @Inject(Clients) private readonly clients: Clients,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
  ) {}

  /**
   * The request in a query, checked.
   *
   * @throws UnprovenRequestError while client and redirect URI are not proven; nothing is redirected then
   * @throws AuthorizationRefusal afterwards
   */
  async check(query: string): Promise<AuthorizationRequest> {
    const client = await this.clientOf(query);
    const redirectUri = this.redirectUriOf(query, client);
    const returnTo = { redirectUri, rawState: rawParameter(query, 'state'), issuer: this.baseUrl.get() };
    const refuse = (code: OAuthErrorCode, description: string) =>
      new AuthorizationRefusal(client.id, returnTo, code, description);
    try {
      const parameters = FormParameters.fromQuery(query);
      requireEnabled(client);
      requireCodeFlow(parameters);
      const scopes = scopesOf(parameters, client);
      return { client, returnTo, scopes, codeChallenge: codeChallengeOf(parameters, client), query };
    } catch (error) {
      if (error instanceof OAuthError) throw refuse(error.code, error.description);
      throw error;
    }
  }

  private async clientOf(query: string): Promise<Client> {
    const id = onlyOne(query, 'client_id', notLinked);
    const client = isClientId(id) ? await this.clients.find(id) : null;
    if (!client) throw new UnprovenRequestError(notLinked, 'invalid_client: the client_id is unknown.');
    return client;
  }

  private redirectUriOf(query: string, client: Client): string {
    const uri = onlyOne(query, 'redirect_uri', wrongAddress);
    if (isRegistered(uri, client)) return uri;
    const technical = `invalid_request: the redirect_uri ${uri.slice(0, 200)} is not registered; it must match to the letter.`;
    throw new UnprovenRequestError(wrongAddress, technical);
  }
}

function onlyOne(query: string, name: string, text: Phrase): string {
  const [value, ...others] = queryPairs(query).getAll(name);
  if (!value) throw new UnprovenRequestError(text, `invalid_request: the parameter ${name} is missing.`);
  if (others.length > 0)
    throw new UnprovenRequestError(text, `invalid_request: the parameter ${name} was sent more than once.`);
  return value;
}

function requireEnabled(client: Client): void {
  if (client.enabled) return;
  throw new OAuthError('unauthorized_client', 'The administrator of the wiki has disabled this application link.');
}

function requireCodeFlow(parameters: FormParameters): void {
  if (parameters.require('response_type') === 'code') return;
  throw new OAuthError('unsupported_response_type', 'The only response_type here is code.');
}

function scopesOf(parameters: FormParameters, client: Client): readonly Scope[] {
  const ceiling = highestOf(client.scopes);
  const allowed = ceiling ? upTo(ceiling).join(' ') : 'none';
  const { scopes, unknown } = parseScopes(parameters.get('scope') ?? 'READ');
  if (unknown !== null) {
    const fault = `The scope ${printable(unknown)} is unknown.`;
    throw new OAuthError('invalid_scope', `${fault} This application may ask for: ${allowed}.`);
  }
  const excess = scopes.find((scope) => !ceiling || !suffices(ceiling, scope));
  if (excess) {
    throw new OAuthError(
      'invalid_scope',
      `The scope ${excess} is not registered. This application may ask for: ${allowed}.`,
    );
  }
  return scopes.length > 0 ? scopes : ['READ'];
}
