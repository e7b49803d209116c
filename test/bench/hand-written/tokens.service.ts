import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, type EntityTarget } from 'typeorm';
import { AccessToken } from './access-token.entity.js';
import { type AppClient } from './app-client.entity.js';
import { AuthorizationCode } from './authorization-code.entity.js';
import { digestOf, sameDigest } from '../peers/digest.js';
import { type Issued } from './issued.js';
import { RefreshToken } from './refresh-token.entity.js';
import { TokenError } from './token-error.js';
import { type TokenForm } from './token-form.js';

const accessTokenSeconds = 3600;
const refreshTokenSeconds = 90 * 86_400;

/** Exchanges what a client holds for the next pair of tokens. */
@Injectable()
export class TokensService {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  /** @throws TokenError */
  async refresh(client: AppClient, { refresh_token = '' }: TokenForm) {
    return this.dataSource.transaction(async (manager) => {
      const token = await this.redeem(manager, RefreshToken, client, refresh_token);
      await manager.update(AccessToken, { refreshDigest: token.digest }, { endedAt: new Date() });
      return this.issue(manager, token);
    });
  }

  /** @throws TokenError */
  async exchange(client: AppClient, { code: given = '', redirect_uri, code_verifier = '' }: TokenForm) {
    return this.dataSource.transaction(async (manager) => {
      const code = await this.redeem(manager, AuthorizationCode, client, given);
      const isBound = code.redirectUri === redirect_uri && sameDigest(code.codeChallenge, digestOf(code_verifier));
      if (!isBound) throw new TokenError('invalid_grant');
      return this.issue(manager, code);
    });
  }

  /** Uses it up; whoever else tries the same waits for the row and finds it used. */
  private async redeem<T extends Issued>(
    manager: EntityManager,
    of: EntityTarget<T>,
    client: AppClient,
    value: string,
  ) {
    const found = await manager
      .createQueryBuilder(of, 'held')
      .innerJoinAndSelect('held.client', 'client')
      .innerJoinAndSelect('held.user', 'user')
      .where('held.digest = :digest', { digest: digestOf(value) })
      .setLock('pessimistic_write', undefined, ['held'])
      .getOne();
    const isGood = found && !found.endedAt && found.expiresAt > new Date() && found.user.active;
    if (!isGood || found.client.id !== client.id) throw new TokenError('invalid_grant');
    await manager.update(of, found.digest, { endedAt: new Date() } as object);
    return found;
  }

  private async issue(manager: EntityManager, { client, user, scope }: Issued) {
    const [access, refresh] = [newToken(), newToken()];
    const common = { client, user, scope, endedAt: null };
    await manager.insert(RefreshToken, {
      ...common,
      digest: digestOf(refresh),
      expiresAt: inSeconds(refreshTokenSeconds),
    });
    await manager.insert(AccessToken, {
      ...common,
      digest: digestOf(access),
      refreshDigest: digestOf(refresh),
      expiresAt: inSeconds(accessTokenSeconds),
    });
    const answer = { access_token: access, token_type: 'bearer', expires_in: accessTokenSeconds };
    return { ...answer, refresh_token: refresh, scope };
  }
}

const newToken = () => randomBytes(32).toString('base64url');
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
