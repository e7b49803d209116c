import { type Pool } from 'pg';
import { type ClientRow, type CodeRow, type TokenRow } from './rows.js';

/** Those of clients and people who may be let in now. */
const joined = `JOIN client c ON c.id = client_id AND c.enabled JOIN person p ON p.id = person_id AND p.active`;

/** Every statement of the libraries that share these tables. */
export class PgTables {
  constructor(private readonly pool: Pool) {}

  async client(id: string): Promise<ClientRow | undefined> {
    const { rows } = await this.pool.query<ClientRow>('SELECT * FROM client WHERE id = $1', [id]);
    return rows[0];
  }

  async person(id: string): Promise<{ readonly id: string } | undefined> {
    const text = 'SELECT id FROM person WHERE id = $1 AND active';
    const { rows } = await this.pool.query<{ id: string }>(text, [id]);
    return rows[0];
  }

  async byAccessToken(digest: string): Promise<TokenRow | undefined> {
    const text = `SELECT token.* FROM token ${joined} WHERE access_digest = $1`;
    const { rows } = await this.pool.query<TokenRow>(text, [digest]);
    return rows[0];
  }

  async byRefreshToken(digest: string): Promise<TokenRow | undefined> {
    const text = `SELECT token.* FROM token ${joined} WHERE refresh_digest = $1`;
    const { rows } = await this.pool.query<TokenRow>(text, [digest]);
    return rows[0];
  }

  async addToken(token: Omit<TokenRow, 'revoked_at'>): Promise<void> {
    await this.pool.query(
      `INSERT INTO token
        (access_digest, refresh_digest, client_id, person_id, scope, access_expires_at, refresh_expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        ...[token.access_digest, token.refresh_digest, token.client_id, token.person_id],
        ...[token.scope, token.access_expires_at, token.refresh_expires_at],
      ],
    );
  }

  async addRefreshToken(accessDigest: string, refreshDigest: string, expiresAt: Date): Promise<void> {
    const text = 'UPDATE token SET refresh_digest = $2, refresh_expires_at = $3 WHERE access_digest = $1';
    await this.pool.query(text, [accessDigest, refreshDigest, expiresAt]);
  }

  /** Answers whether it was good until now. */
  async revokeToken(accessDigest: string): Promise<boolean> {
    const text = 'UPDATE token SET revoked_at = now() WHERE access_digest = $1 AND revoked_at IS NULL';
    const { rowCount } = await this.pool.query(text, [accessDigest]);
    return rowCount === 1;
  }

  async code(digest: string): Promise<CodeRow | undefined> {
    const { rows } = await this.pool.query<CodeRow>(`SELECT code.* FROM code ${joined} WHERE digest = $1`, [digest]);
    return rows[0];
  }

  /** Answers whether it was unused until now. */
  async useCode(digest: string): Promise<boolean> {
    const text = 'UPDATE code SET used_at = now() WHERE digest = $1 AND used_at IS NULL';
    const { rowCount } = await this.pool.query(text, [digest]);
    return rowCount === 1;
  }
}
