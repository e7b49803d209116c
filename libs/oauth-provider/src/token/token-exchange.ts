import { type Client } from '../clients/client.entity.js';
import { type Actor } from '../events/provider-event.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { type FormParameters } from './form-parameters.js';

/** A request to the token endpoint whose client is proven. */
export interface TokenRequest {
  readonly client: Client;
  readonly parameters: FormParameters;
  readonly actor: Actor;
}

/** One grant type: from a checked request to a token answer. */
export interface TokenExchange {
  readonly grantType: string;
  /** @throws OAuthError that says the cause. */
  exchange(request: TokenRequest): Promise<TokenAnswer>;
}
