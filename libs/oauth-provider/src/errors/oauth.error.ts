/** The error codes of RFC 6749 §4.1.2.1 and §5.2 that we answer. */
export type OAuthErrorCode =
  | 'access_denied'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_request'
  | 'invalid_scope'
  | 'server_error'
  | 'temporarily_unavailable'
  | 'unauthorized_client'
  | 'unsupported_grant_type'
  | 'unsupported_response_type';

/** A refusal in the words of the protocol. Its description is for the developer of the application. */
export class OAuthError extends Error {
  override readonly name = 'OAuthError';

  /** @param description printable ASCII without quotes and backslashes (RFC 6749 §5.2), says the cause and what to do. */
  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
    readonly status: number = 400,
  ) {
    super(`${code}: ${description}`);
  }
}

/** Shorthands for the refusals that come up most. */
export const invalidRequest = (description: string): OAuthError => new OAuthError('invalid_request', description);
export const invalidGrant = (description: string): OAuthError => new OAuthError('invalid_grant', description);

/** `invalid_grant` for a value that this wiki never made: a guess, or a mistake that looks like one. */
export class UnknownGrantError extends OAuthError {
  constructor(description: string) {
    super('invalid_grant', description);
  }
}
