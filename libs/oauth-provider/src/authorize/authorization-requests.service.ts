import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, type SignedInPerson } from 'nestjs-drawbridge/host';
import { highestOf, parseScopes, type Scope, suffices, upTo } from 'nestjs-drawbridge/scopes';
import { queryPairs } from '../browser/http-exchange.js';
import { isClientId } from '../clients/client-id.js';
import { type Client } from '../clients/client.entity.js';
import { Clients } from '../clients/clients.service.js';
import { isRegistered } from '../clients/redirect-uri.js';
import { OAuthError, type OAuthErrorCode, printable } from '../errors/oauth.error.js';
import { FormParameters } from '../token/form-parameters.js';
import { TrialStates } from '../trials/trial-states.service.js';
import { type AuthorizationRequest } from './authorization-request.js';
import { AuthorizationRefusal, type ProvingParameter, UnprovenRequestError } from './authorize.error.js';
import { type Phrase } from '../words/phrase.js';
import { say } from '../words/provider-words.js';
import { codeChallengeOf } from './code-challenge.js';
import { rawParameter } from './return-address.js';

const faults = {
  client_id: { missing: say('authorize.noClient'), repeated: say('authorize.severalClients') },
  redirect_uri: { missing: say('authorize.noAddress'), repeated: say('authorize.severalAddresses') },
} as const;

/** Checks requests for authorization: first who asks and where answers go, then everything else. */
@Injectable()
export class AuthorizationRequests {
  constructor(
    @Inject(Clients) private readonly clients: Clients,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(TrialStates) private readonly trials: TrialStates,
  ) {}

  /**
   * The request in a query, checked.
   *
   * @param person who is signed in on the request; a trial is good for nobody but who began it
   * @throws UnprovenRequestError while client and redirect URI are not proven; nothing is redirected then
   * @throws AuthorizationRefusal afterwards
   */
  async check(query: string, person: SignedInPerson | null = null): Promise<AuthorizationRequest> {
    const client = await this.clientOf(query);
    const { redirectUri, trial } = await this.destinationOf(query, client, person);
    const returnTo = { redirectUri, rawState: rawParameter(query, 'state'), issuer: this.baseUrl.get() };
    const refuse = (code: OAuthErrorCode, description: string) =>
      new AuthorizationRefusal(client.id, returnTo, code, description);
    try {
      const parameters = FormParameters.fromQuery(query);
      requireEnabled(client);
      requireCodeFlow(parameters);
      const scopes = scopesOf(parameters, client);
      return { client, returnTo, scopes, codeChallenge: codeChallengeOf(parameters, client), query, trial };
    } catch (error) {
      if (error instanceof OAuthError) throw refuse(error.code, error.description);
      throw error;
    }
  }

  private async clientOf(query: string): Promise<Client> {
    const id = onlyOne(query, 'client_id');
    const client = isClientId(id) ? await this.clients.find(id) : null;
    if (client) return client;
    throw new UnprovenRequestError({
      text: say('authorize.notLinked'),
      advice: say('authorize.advice'),
      code: 'invalid_client',
      description: 'The client_id is unknown.',
      parameter: 'client_id',
      query,
    });
  }

  private async destinationOf(query: string, client: Client, person: SignedInPerson | null) {
    const uri = onlyOne(query, 'redirect_uri');
    if (isRegistered(uri, client)) return { redirectUri: uri, trial: null };
    const state = queryPairs(query).get('state');
    const trial = await this.trials.find({ state, clientId: client.id, redirectUri: uri }, person);
    if (trial) return { redirectUri: uri, trial };
    throw new UnprovenRequestError({
      text: say('authorize.wrongAddress'),
      advice: say('authorize.advice.trick'),
      code: 'invalid_request',
      description: 'The redirect_uri is not registered. It must match a registered one to the letter.',
      parameter: 'redirect_uri',
      query,
    });
  }
}

function onlyOne(query: string, parameter: ProvingParameter): string {
  const [value, ...others] = queryPairs(query).getAll(parameter);
  const refuse = (text: Phrase, fault: string): UnprovenRequestError => {
    const description = `The parameter ${parameter} ${fault}.`;
    const advice = say('authorize.advice');
    return new UnprovenRequestError({ text, advice, code: 'invalid_request', description, parameter, query });
  };
  if (others.length > 0) throw refuse(faults[parameter].repeated, 'was sent more than once');
  if (!value) throw refuse(faults[parameter].missing, 'is missing');
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
