import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { challenge, type Credentials, redirectUri } from '../host/protocol.js';
import { type IssuedPair, PeerStore, type WantedSignIn } from '../peers/peer-store.js';
import { newSecret } from '../peers/random.js';
import { AccessToken } from './access-token.entity.js';
import { AppClient } from './app-client.entity.js';
import { AppUser } from './app-user.entity.js';
import { AuthorizationCode } from './authorization-code.entity.js';
import { digestOf } from '../peers/digest.js';
import { RefreshToken } from './refresh-token.entity.js';

const day = 86_400_000;

/** Fills the tables by way of their entities. */
@Injectable()
export class HandWrittenStore extends PeerStore {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {
    super();
  }

  async addClients(clients: readonly Credentials[]): Promise<void> {
    const rows = clients.map(({ clientId: id, clientSecret }) => {
      return { id, name: id, secretDigest: digestOf(clientSecret), enabled: true };
    });
    await this.dataSource.manager.insert(AppClient, rows);
  }

  async addPeople(ids: readonly string[]): Promise<void> {
    const rows = ids.map((id) => ({ id, active: true, level: 'WRITE' }));
    await this.dataSource.manager.insert(AppUser, rows);
  }

  async addSignIns(wanted: readonly WantedSignIn[]): Promise<readonly IssuedPair[]> {
    const pairs = wanted.map(() => ({ access: newSecret(), refresh: newSecret() }));
    const rows = wanted.map(issued);
    const refresh = rows.map((row, index) => ({ ...row, digest: digestOf(pairs[index]?.refresh ?? '') }));
    const access = refresh.map(({ digest: refreshDigest, ...row }, index) => {
      return { ...row, refreshDigest, digest: digestOf(pairs[index]?.access ?? '') };
    });
    await this.dataSource.manager.insert(RefreshToken, refresh);
    await this.dataSource.manager.insert(AccessToken, access);
    return pairs;
  }

  async addCodes(wanted: readonly WantedSignIn[]): Promise<readonly string[]> {
    const codes = wanted.map(() => newSecret());
    const rows = wanted.map((one, index) => {
      return { ...issued(one), digest: digestOf(codes[index] ?? ''), redirectUri, codeChallenge: challenge };
    });
    await this.dataSource.manager.insert(AuthorizationCode, rows);
    return codes;
  }

  async analyze(): Promise<void> {
    await this.dataSource.query('ANALYZE');
  }
}

const issued = ({ clientId, userId, isEnded }: WantedSignIn) => ({
  client: { id: clientId },
  user: { id: userId },
  scope: 'READ WRITE',
  expiresAt: new Date(Date.now() + day),
  endedAt: isEnded ? new Date() : null,
});
