import type OAuth2Server from '@node-oauth/oauth2-server';
import { digestOf, sameDigest } from '../digest.js';
import { type PgTables } from '../pg/pg-tables.js';
import { type TokenRow } from '../pg/rows.js';

const grants = ['authorization_code', 'refresh_token'];

/** What the library asks of storage. */
export class NodeOauthModel implements OAuth2Server.RefreshTokenModel {
  constructor(private readonly tables: PgTables) {}

  async getClient(id: string, secret: string): Promise<OAuth2Server.Client | null> {
    const client = await this.tables.client(id);
    if (!client?.enabled || !sameDigest(client.secret_digest, digestOf(secret))) return null;
    return { id, grants, redirectUris: [client.redirect_uri] };
  }

  async getAccessToken(accessToken: string): Promise<OAuth2Server.Token | null> {
    const row = await this.tables.byAccessToken(digestOf(accessToken));
    if (!row || row.revoked_at) return null;
    return { accessToken, accessTokenExpiresAt: row.access_expires_at, ...ofEveryToken(row) };
  }

  async verifyScope({ scope }: OAuth2Server.Token, needed: readonly string[]): Promise<boolean> {
    return needed.every((one) => scope?.includes(one));
  }

  async getRefreshToken(refreshToken: string): Promise<OAuth2Server.RefreshToken | null> {
    const row = await this.tables.byRefreshToken(digestOf(refreshToken));
    if (!row?.refresh_expires_at || row.revoked_at) return null;
    const accessDigest = row.access_digest;
    return { refreshToken, accessDigest, refreshTokenExpiresAt: row.refresh_expires_at, ...ofEveryToken(row) };
  }

  async revokeToken({ accessDigest }: OAuth2Server.RefreshToken): Promise<boolean> {
    return this.tables.revokeToken(accessDigest as string);
  }

  async saveToken(
    token: OAuth2Server.Token,
    client: OAuth2Server.Client,
    user: OAuth2Server.User,
  ): Promise<OAuth2Server.Token> {
    await this.tables.addToken({
      access_digest: digestOf(token.accessToken),
      refresh_digest: digestOf(token.refreshToken ?? ''),
      client_id: client.id,
      person_id: user.id as string,
      scope: (token.scope ?? []).join(' '),
      access_expires_at: token.accessTokenExpiresAt ?? new Date(),
      refresh_expires_at: token.refreshTokenExpiresAt ?? null,
    });
    return { ...token, client, user };
  }

  async getAuthorizationCode(authorizationCode: string): Promise<OAuth2Server.AuthorizationCode | null> {
    const row = await this.tables.code(digestOf(authorizationCode));
    if (!row || row.used_at) return null;
    return {
      authorizationCode,
      expiresAt: row.expires_at,
      redirectUri: row.redirect_uri,
      codeChallenge: row.code_challenge,
      codeChallengeMethod: 'S256',
      ...ofEveryToken(row),
    };
  }

  async revokeAuthorizationCode({ authorizationCode }: OAuth2Server.AuthorizationCode): Promise<boolean> {
    return this.tables.useCode(digestOf(authorizationCode));
  }
}

const ofEveryToken = ({ scope, client_id, person_id }: Pick<TokenRow, 'scope' | 'client_id' | 'person_id'>) => ({
  scope: scope.split(' '),
  client: { id: client_id, grants },
  user: { id: person_id },
});
