/** An application that may ask for tokens. */
export interface ClientRow {
  readonly id: string;
  readonly secret_digest: string;
  readonly redirect_uri: string;
  readonly enabled: boolean;
}

/** What codes and tokens have in common. */
export interface IssuedRow {
  readonly client_id: string;
  readonly person_id: string;
  readonly scope: string;
}

/** A pair of tokens. */
export interface TokenRow extends IssuedRow {
  readonly access_digest: string;
  readonly refresh_digest: string | null;
  readonly access_expires_at: Date;
  readonly refresh_expires_at: Date | null;
  readonly revoked_at: Date | null;
}

/** An authorization code. */
export interface CodeRow extends IssuedRow {
  readonly digest: string;
  readonly redirect_uri: string;
  readonly code_challenge: string;
  readonly expires_at: Date;
  readonly used_at: Date | null;
}
