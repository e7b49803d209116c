/** The successful answer of the token endpoint (RFC 6749 §5.1), as Confluence Data Center gives it. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'bearer';
  /** Seconds. */
  readonly expires_in: number;
  readonly refresh_token: string;
  readonly scope: string;
  /** Seconds since 1970. */
  readonly created_at: number;
}
