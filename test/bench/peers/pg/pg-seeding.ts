import { type Pool } from 'pg';
import { challenge, type Credentials, redirectUri } from '../../host/protocol.js';
import { digestOf } from '../digest.js';
import { type WantedSignIn } from '../peer-store.js';

/** The scope of everything that is seeded. */
export const scope = 'READ WRITE';

/** Fills the tables, many rows a statement, with codes and tokens in the form they are stored in. */
export class PgSeeding {
  constructor(private readonly pool: Pool) {}

  async addClients(clients: readonly Credentials[]): Promise<void> {
    const digests = clients.map(({ clientSecret }) => digestOf(clientSecret));
    await this.pool.query(
      'INSERT INTO client SELECT id, digest, $3, true FROM unnest($1::text[], $2::text[]) AS given (id, digest)',
      [clients.map(({ clientId }) => clientId), digests, redirectUri],
    );
  }

  async addPeople(ids: readonly string[]): Promise<void> {
    await this.pool.query('INSERT INTO person SELECT id, true FROM unnest($1::text[]) AS given (id)', [ids]);
  }

  async addTokens(
    wanted: readonly WantedSignIn[],
    access: readonly string[],
    refresh: readonly string[],
  ): Promise<void> {
    await this.pool.query(
      `INSERT INTO token SELECT *, $5, now() + interval '1 day', now() + interval '90 days', NULL
      FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])`,
      [access, refresh, ...parties(wanted), scope],
    );
    const over = access.filter((_, index) => wanted[index]?.isEnded);
    if (over.length > 0)
      await this.pool.query('UPDATE token SET revoked_at = now() WHERE access_digest = ANY($1)', [over]);
  }

  async addCodes(wanted: readonly WantedSignIn[], codes: readonly string[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO code SELECT *, $4, $5, $6, now() + interval '10 minutes', NULL
      FROM unnest($1::text[], $2::text[], $3::text[])`,
      [codes, ...parties(wanted), scope, redirectUri, challenge],
    );
  }

  async analyze(): Promise<void> {
    await this.pool.query('ANALYZE');
  }
}

const parties = (wanted: readonly WantedSignIn[]) => [
  wanted.map(({ clientId }) => clientId),
  wanted.map(({ userId }) => userId),
];
