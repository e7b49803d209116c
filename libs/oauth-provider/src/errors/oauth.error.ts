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

  /**
   * @param description printable ASCII without quotes and backslashes (RFC 6749 §5.2), says the cause and what to do
   * @param retryAfterSeconds when it is worth trying again, where waiting helps
   */
  constructor(
    readonly code: OAuthErrorCode,
    readonly description: string,
    readonly status: number = 400,
    readonly retryAfterSeconds: number | null = null,
  ) {
    // An answer, no fault: nobody reads where it was made, and finding that out costs more than most answers.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(`${code}: ${description}`);
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** Shorthands for the refusals that come up most. */
export const invalidRequest = (description: string): OAuthError => new OAuthError('invalid_request', description);
export const invalidGrant = (description: string): OAuthError => new OAuthError('invalid_grant', description);

/** A foreign text as it may stand in an `error_description` (RFC 6749 §5.2). */
export const printable = (text: string, length = 64): string =>
  text.slice(0, length).replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, '?');

/** For whoever opens an endpoint that takes forms. */
export const postOnly = (): OAuthError =>
  new OAuthError('invalid_request', 'This endpoint takes a POST with a form in its body, nothing else.', 405);

/** `invalid_grant` for a value that this wiki never made: a guess, or a mistake that looks like one. */
export class UnknownGrantError extends OAuthError {
  constructor(description: string) {
    super('invalid_grant', description);
  }
}
