import { randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';

/** A family as it is stored, as far as tests vary it. */
export interface FamilyRow {
  readonly id: string;
  readonly clientId: string;
  readonly grantId: string;
  readonly generation: number;
  readonly codeExpiresAt: number;
  readonly accessExpiresAt: number | null;
  readonly refreshExpiresAt: number | null;
  readonly endedAt: number | null;
}

/** Puts families into the database, as many as a test could never make by consenting. */
export async function insertFamilies(
  dataSource: DataSource,
  rows: readonly Partial<FamilyRow>[],
): Promise<readonly string[]> {
  const whole = rows.map((row) => ({
    id: randomBytes(16).toString('base64url'),
    clientId: '0'.repeat(32),
    grantId: '0'.repeat(32),
    userId: 'somebody',
    scopes: ['READ'],
    accessScopes: ['READ'],
    redirectUri: 'https://app.example.com/callback',
    codeChallenge: null,
    codeExpiresAt: 1,
    generation: 0,
    redeemableDigest: 'x'.repeat(43),
    createdAt: 1,
    ...row,
  }));
  for (let from = 0; from < whole.length; from += 100) {
    await dataSource.manager.insert('Family', whole.slice(from, from + 100));
  }
  return whole.map(({ id }) => id);
}

/** The ids of those families that are still there. */
export async function familiesLeft(dataSource: DataSource): Promise<ReadonlySet<string>> {
  const rows = await dataSource.manager.find<FamilyRow>('Family', { select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
