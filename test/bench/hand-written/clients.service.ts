import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type Repository } from 'typeorm';
import { AppClient } from './app-client.entity.js';
import { digestOf, sameDigest } from '../peers/digest.js';
import { TokenError } from './token-error.js';

/** Proves who a client is. */
@Injectable()
export class ClientsService {
  constructor(@InjectRepository(AppClient) private readonly clients: Repository<AppClient>) {}

  /** @throws TokenError */
  async authenticate(id: string, secret: string): Promise<AppClient> {
    const client = await this.clients.findOneBy({ id });
    if (client?.enabled && sameDigest(client.secretDigest, digestOf(secret))) return client;
    throw new TokenError('invalid_client');
  }
}
