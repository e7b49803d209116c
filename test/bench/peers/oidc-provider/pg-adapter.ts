import { type Adapter, type AdapterPayload } from 'oidc-provider';
import { type Pool } from 'pg';

interface Row {
  readonly payload: AdapterPayload;
  readonly expires_at: Date | null;
  readonly consumed_at: Date | null;
}

/** What the library stores of one of its models. */
export class PgAdapter implements Adapter {
  constructor(
    private readonly pool: Pool,
    private readonly model: string,
  ) {}

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    await this.pool.query(
      `INSERT INTO oidc_payload (model, id, payload, grant_id, user_code, uid, expires_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      ON CONFLICT (model, id) DO UPDATE SET payload = $3, grant_id = $4, user_code = $5, uid = $6, expires_at = $7`,
      [
        ...[this.model, id, payload, payload.grantId ?? null, payload.userCode ?? null, payload.uid ?? null],
        expiresIn ? new Date(Date.now() + expiresIn * 1000) : null,
      ],
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.findBy('id', id);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    return this.findBy('user_code', userCode);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.findBy('uid', uid);
  }

  async consume(id: string): Promise<void> {
    const text = 'UPDATE oidc_payload SET consumed_at = now() WHERE model = $1 AND id = $2';
    await this.pool.query(text, [this.model, id]);
  }

  async destroy(id: string): Promise<void> {
    await this.pool.query('DELETE FROM oidc_payload WHERE model = $1 AND id = $2', [this.model, id]);
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await this.pool.query('DELETE FROM oidc_payload WHERE model = $1 AND grant_id = $2', [this.model, grantId]);
  }

  private async findBy(column: 'id' | 'user_code' | 'uid', value: string): Promise<AdapterPayload | undefined> {
    const { rows } = await this.pool.query<Row>(
      `SELECT payload, expires_at, consumed_at FROM oidc_payload WHERE model = $1 AND ${column} = $2`,
      [this.model, value],
    );
    const [row] = rows;
    if (!row || (row.expires_at && row.expires_at <= new Date())) return undefined;
    return row.consumed_at ? { ...row.payload, consumed: true } : row.payload;
  }
}
