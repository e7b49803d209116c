import { type OAuthErrorCode } from '../errors/oauth.error.js';
import { type Phrase } from '../words/phrase.js';
import { type ReturnAddress } from './return-address.js';

/** The parameters that a request is proven by. */
export type ProvingParameter = 'client_id' | 'redirect_uri';

/** Why a request is not proven. */
export interface Unproven {
  /** What happened, for the person. */
  readonly text: Phrase;
  /** What they can do. */
  readonly advice: Phrase;
  readonly code: OAuthErrorCode;
  /** The cause, for whoever builds the application; names nothing that was sent. */
  readonly description: string;
  readonly parameter: ProvingParameter;
  /** The query of the request, still encoded. */
  readonly query: string;
}

/** A request that is refused before client and redirect URI are proven: shown to the person, never redirected. */
export class UnprovenRequestError extends Error {
  override readonly name = 'UnprovenRequestError';

  constructor(readonly unproven: Unproven) {
    super(`${unproven.code}: ${unproven.description}`);
  }
}

/** A refusal that goes back to the application (RFC 6749 §4.1.2.1). */
export class AuthorizationRefusal extends Error {
  override readonly name = 'AuthorizationRefusal';

  /** @param clientId the client that is refused */
  constructor(
    readonly clientId: string,
    readonly returnTo: ReturnAddress,
    readonly code: OAuthErrorCode,
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
  }
}
