import { createHash, randomBytes } from 'node:crypto';
import { type INestApplication } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import { Changes, Client, Clients, Grant } from 'nestjs-drawbridge/oauth-provider';
import { DataSource } from 'typeorm';
import { type Ready, type SignIn } from './protocol.js';

/** What of the provider makes tokens; it is not offered to hosts. */
interface Tokens {
  mint(kind: 'access' | 'refresh', familyId: string, generation: number): string;
}

const batch = 200;
const everySoMany = 50;
const year = 365 * 86_400_000;

/** Fills the tables with sign-ins as they are after their exchange, the one in fifty ended, and answers their tokens. */
export async function seed(app: INestApplication, signIns: number, clientCount: number): Promise<Omit<Ready, 'port'>> {
  const database = app.get(DataSource);
  const tokens = tokensOf(app);
  const clients: Client[] = [];
  for (let index = 0; index < clientCount; index++) {
    const actor = { userId: null, address: null };
    clients.push(await app.get(Changes).make(actor, (change) => app.get(Clients).register(change, settings)));
  }
  await addPeople(database, signIns);
  const live: string[] = [];
  const ended: string[] = [];
  const all: SignIn[] = [];
  for (let start = 0; start < signIns; start += batch) {
    const made = Array.from({ length: Math.min(batch, signIns - start) }, (_, index) => {
      const isEnded = (start + index) % everySoMany === everySoMany - 1;
      const client = clients[(start + index) % clientCount];
      if (!client) throw new Error('There is no client.');
      const one = signIn(tokens, client, `person-${(start + index).toString()}`, isEnded);
      (isEnded ? ended : live).push(one.token);
      if (!isEnded) {
        const { id: grantId, clientId, userId } = one.grant;
        all.push({ token: one.token, familyId: one.family.id, grantId, clientId, userId });
      }
      return one;
    });
    await database.transaction(async (manager) => {
      await manager.insert(
        Grant,
        made.map(({ grant }) => grant),
      );
      await manager.insert(
        'Family',
        made.map(({ family }) => family),
      );
    });
  }
  if (database.options.type === 'postgres') await database.query('ANALYZE');
  return { live, ended, signIns: all };
}

function tokensOf(app: INestApplication): Tokens {
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const found = providers.find(({ name }) => name === 'Tokens');
  if (!found) throw new Error('The provider has no Tokens any more.');
  return found.instance as Tokens;
}

async function addPeople(database: DataSource, count: number): Promise<void> {
  await database.query('CREATE TABLE bench_person (id varchar(64) PRIMARY KEY, active integer, level varchar(16))');
  for (let start = 0; start < count; start += batch) {
    const rows = Array.from(
      { length: Math.min(batch, count - start) },
      (_, index) => `('person-${(start + index).toString()}', 1, 'WRITE')`,
    );
    await database.query(`INSERT INTO bench_person VALUES ${rows.join(', ')}`);
  }
}

function signIn(tokens: Tokens, client: Client, userId: string, isEnded: boolean) {
  const now = Date.now();
  const id = randomBytes(16).toString('base64url');
  const token = tokens.mint('access', id, 1);
  const scopes = ['READ', 'WRITE'] as const;
  const grant = {
    id: randomBytes(16).toString('hex'),
    clientId: client.id,
    userId,
    scopes,
    createdAt: now,
    updatedAt: now,
    lastUsedAt: null,
  };
  const family = {
    id,
    clientId: client.id,
    grantId: grant.id,
    userId,
    scopes,
    accessScopes: scopes,
    redirectUri,
    codeExpiresAt: now,
    generation: 1,
    redeemableDigest: digestOf(tokens.mint('refresh', id, 1)),
    accessDigest: digestOf(token),
    issuedAt: now,
    accessExpiresAt: now + year,
    refreshExpiresAt: now + year,
    createdAt: now,
    ...(isEnded ? { endedAt: now, endedBecause: 'revoked' } : {}),
  };
  return { token, grant, family };
}

const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');
const redirectUri = 'https://app.example.com/callback';

const settings = {
  name: 'Bench',
  type: 'confidential',
  scopes: ['WRITE'],
  redirectUris: [redirectUri],
  pkceRequired: false,
  plainPkceAllowed: false,
  mayIntrospectAll: false,
  rememberConsent: false,
  accessTokenSeconds: null,
  refreshTokenSeconds: null,
  familySeconds: null,
  enabled: true,
} as const;
