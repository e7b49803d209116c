import { type OAuthAuthCode, type OAuthAuthCodeRepository, OAuthException } from '@jmondi/oauth2-server';
import { type PgTables } from '../pg/pg-tables.js';

/** The codes as the library wants them. It signs their ids, which are stored as they are. */
export class JmondiCodes implements OAuthAuthCodeRepository {
  constructor(private readonly tables: PgTables) {}

  async getByIdentifier(code: string): Promise<OAuthAuthCode> {
    const row = await this.tables.code(code);
    if (!row) throw OAuthException.invalidParameter('code');
    return {
      code,
      redirectUri: row.redirect_uri,
      codeChallenge: row.code_challenge,
      codeChallengeMethod: 'S256',
      expiresAt: row.expires_at,
      user: { id: row.person_id },
      client: { id: row.client_id, name: row.client_id, redirectUris: [], allowedGrants: [], scopes: [] },
      scopes: row.scope.split(' ').map((name) => ({ name })),
    };
  }

  async isRevoked(code: string): Promise<boolean> {
    const row = await this.tables.code(code);
    return !row || row.used_at !== null;
  }

  async revoke(code: string): Promise<void> {
    if (!(await this.tables.useCode(code))) throw OAuthException.invalidParameter('code');
  }

  issueAuthCode(): never {
    throw new Error('The benchmark stores its codes itself.');
  }

  persist(): never {
    throw new Error('The benchmark stores its codes itself.');
  }
}
