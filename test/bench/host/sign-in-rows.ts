import { createHash, randomBytes } from 'node:crypto';
import { type INestApplication } from '@nestjs/common';
import { innerProvider } from './inner-provider.js';
import { challenge, redirectUri } from './protocol.js';

/** What of the provider makes tokens; it is not offered to hosts. */
interface Tokens {
  mint(kind: 'code' | 'access' | 'refresh', familyId: string, generation: number): string;
}

const scopes = ['READ', 'WRITE'] as const;
const year = 365 * 86_400_000;
const codeLife = 600_000;

/** A person's yes to a client, as it is stored. */
export type GrantRow = ReturnType<typeof grantRow>;

/** A new one. */
export function grantRow(clientId: string, userId: string) {
  const now = Date.now();
  const id = randomBytes(16).toString('hex');
  return { id, clientId, userId, scopes, createdAt: now, updatedAt: now, lastUsedAt: null };
}

/** Makes sign-ins as the provider stores them, with the tokens whose digests they hold. */
export class SignInRows {
  private readonly tokens: Tokens;

  constructor(app: INestApplication) {
    this.tokens = innerProvider(app, 'Tokens');
  }

  /** As it is after the exchange of its code. */
  exchanged(grant: GrantRow, isEnded = false) {
    const id = newId();
    const now = Date.now();
    const [access, refresh] = [this.tokens.mint('access', id, 1), this.tokens.mint('refresh', id, 1)];
    const family = {
      ...beginning(id, grant, now),
      generation: 1,
      redeemableDigest: digestOf(refresh),
      accessDigest: digestOf(access),
      issuedAt: now,
      accessExpiresAt: now + year,
      refreshExpiresAt: now + year,
      ...(isEnded ? { endedAt: now, endedBecause: 'revoked' } : {}),
    };
    return { family, access, refresh };
  }

  /** As it is before. */
  waiting(grant: GrantRow) {
    const id = newId();
    const code = this.tokens.mint('code', id, 0);
    const common = beginning(id, grant, Date.now());
    const family = { ...common, codeChallenge: challenge, generation: 0, redeemableDigest: digestOf(code) };
    return { family, code };
  }
}

const newId = () => randomBytes(16).toString('base64url');
const digestOf = (secret: string) => createHash('sha256').update(secret).digest('base64url');

function beginning(id: string, { id: grantId, clientId, userId }: GrantRow, createdAt: number) {
  const above = { clientId, grantId, userId };
  return { id, ...above, scopes, accessScopes: scopes, redirectUri, codeExpiresAt: createdAt + codeLife, createdAt };
}
