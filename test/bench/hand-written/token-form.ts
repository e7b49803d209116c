/** What is posted to the token endpoint. */
export interface TokenForm {
  readonly grant_type?: string;
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly refresh_token?: string;
  readonly code?: string;
  readonly redirect_uri?: string;
  readonly code_verifier?: string;
}
