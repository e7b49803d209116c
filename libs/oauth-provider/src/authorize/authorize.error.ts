import { type OAuthErrorCode } from '../errors/oauth.error.js';
import { type Phrase } from '../words/phrase.js';
import { type ReturnAddress } from './return-address.js';

/** A request that is refused before client and redirect URI are proven: shown to the person, never redirected. */
export class UnprovenRequestError extends Error {
  override readonly name = 'UnprovenRequestError';

  /**
   * @param text what happened, for the person
   * @param technical the cause, for whoever builds the application
   */
  constructor(
    readonly text: Phrase,
    readonly technical: string,
  ) {
    super(technical);
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
