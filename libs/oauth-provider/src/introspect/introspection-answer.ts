/** What is said of a live token (RFC 7662 §2.2). */
export interface LiveToken {
  readonly active: true;
  /**
   * What the token may do, within what the client is registered for now; for who may ask about every token also within
   * what the person may do now.
   */
  readonly scope: string;
  readonly client_id: string;
  /** The person's id in the wiki. Not a name: names can be chosen. */
  readonly sub: string;
  readonly iss: string;
  /** Seconds since 1970. */
  readonly exp: number;
  /** Seconds since 1970; absent where a newer token has taken its place. */
  readonly iat?: number;
  /** Only of access tokens: a refresh token opens nothing. */
  readonly token_type?: 'bearer';
}

/** The answer of the introspection endpoint. Of a token that is not live, or none of the asker's business, nothing else is said. */
export type IntrospectionAnswer = LiveToken | { readonly active: false };
