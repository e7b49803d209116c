import { type Pool } from 'pg';

/** The people as the library wants them. */
export class People {
  constructor(private readonly pool: Pool) {}

  async find(id: string) {
    const { rows } = await this.pool.query<{ id: string }>('SELECT id FROM person WHERE id = $1 AND active', [id]);
    return rows[0] ? { accountId: id, claims: async () => ({ sub: id }) } : undefined;
  }

  async add(ids: readonly string[]): Promise<void> {
    await this.pool.query('INSERT INTO person SELECT id, true FROM unnest($1::text[]) AS given (id)', [ids]);
  }
}
