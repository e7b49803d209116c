import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { InjectRepository } from '@nestjs/typeorm';
import { Strategy } from 'passport-http-bearer';
import { type Repository } from 'typeorm';
import { AccessToken } from './access-token.entity.js';
import { type AppClient } from './app-client.entity.js';
import { type AppUser } from './app-user.entity.js';
import { digestOf } from '../peers/digest.js';

/** What a request was let in with. */
export interface LetIn {
  readonly user: AppUser;
  readonly client: AppClient;
  readonly scopes: readonly string[];
}

/** Looks the token up together with whose it is. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, 'bearer') {
  constructor(@InjectRepository(AccessToken) private readonly tokens: Repository<AccessToken>) {
    super();
  }

  async validate(token: string): Promise<LetIn | false> {
    const found = await this.tokens
      .createQueryBuilder('token')
      .innerJoinAndSelect('token.client', 'client')
      .innerJoinAndSelect('token.user', 'user')
      .where('token.digest = :digest', { digest: digestOf(token) })
      .getOne();
    if (!found || found.endedAt || found.expiresAt <= new Date()) return false;
    const { user, client, scope } = found;
    return user.active && client.enabled ? { user, client, scopes: scope.split(' ') } : false;
  }
}
