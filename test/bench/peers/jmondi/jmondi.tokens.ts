import {
  type OAuthClient,
  OAuthException,
  type OAuthScope,
  type OAuthToken,
  type OAuthTokenRepository,
  type OAuthUser,
} from '@jmondi/oauth2-server';
import { type PgTables } from '../pg/pg-tables.js';
import { newSecret } from '../random.js';

const day = 86_400_000;

/** A token that was read. */
interface StoredToken extends OAuthToken {
  readonly isRevoked: boolean;
}

/** The tokens as the library wants them. It signs their ids, which are stored as they are. */
export class JmondiTokens implements OAuthTokenRepository {
  constructor(private readonly tables: PgTables) {}

  async issueToken(client: OAuthClient, scopes: OAuthScope[], user?: OAuthUser | null): Promise<OAuthToken> {
    return { accessToken: newSecret(), accessTokenExpiresAt: new Date(), client, user, scopes };
  }

  async issueRefreshToken(token: OAuthToken): Promise<OAuthToken> {
    const refreshToken = newSecret();
    const refreshTokenExpiresAt = new Date(Date.now() + 90 * day);
    await this.tables.addRefreshToken(token.accessToken, refreshToken, refreshTokenExpiresAt);
    return Object.assign(token, { refreshToken, refreshTokenExpiresAt });
  }

  async persist(token: OAuthToken): Promise<void> {
    await this.tables.addToken({
      access_digest: token.accessToken,
      refresh_digest: token.refreshToken ?? null,
      client_id: token.client.id,
      person_id: String(token.user?.id),
      scope: token.scopes.map(({ name }) => name).join(' '),
      access_expires_at: token.accessTokenExpiresAt,
      refresh_expires_at: token.refreshTokenExpiresAt ?? null,
    });
  }

  async revoke({ accessToken }: OAuthToken): Promise<void> {
    await this.tables.revokeToken(accessToken);
  }

  async isRefreshTokenRevoked(token: OAuthToken): Promise<boolean> {
    return (token as StoredToken).isRevoked;
  }

  async getByRefreshToken(refreshToken: string): Promise<StoredToken> {
    const row = await this.tables.byRefreshToken(refreshToken);
    if (!row) throw OAuthException.invalidParameter('refresh_token');
    const client = { id: row.client_id, name: row.client_id, redirectUris: [], allowedGrants: [], scopes: [] };
    return {
      accessToken: row.access_digest,
      accessTokenExpiresAt: row.access_expires_at,
      refreshToken,
      refreshTokenExpiresAt: row.refresh_expires_at,
      client,
      user: { id: row.person_id },
      scopes: row.scope.split(' ').map((name) => ({ name })),
      isRevoked: row.revoked_at !== null,
    };
  }
}
