import { generateKeyPairSync } from 'node:crypto';
import { type INestApplication, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import Provider from 'oidc-provider';
import { type Pool } from 'pg';
import { BenchController } from '../../host/bench.controller.js';
import { type ContestantHost } from '../../host/contestant-host.js';
import { type ContestantSettings, tokenPath } from '../../host/protocol.js';
import { peerHost } from '../peer-host.js';
import { PeerStore } from '../peer-store.js';
import { openPool } from '../pg/open-pool.js';
import { OidcProviderGuard } from './oidc-provider.guard.js';
import { OidcProviderStore } from './oidc-provider.store.js';
import { People } from './people.js';
import { PgAdapter } from './pg-adapter.js';
import { schema } from './schema.js';

@Module({})
class OidcProviderModule {}

/** The measured route behind oidc-provider. */
export async function oidcProvider(settings: ContestantSettings): Promise<ContestantHost> {
  const pool = await openPool(settings, schema);
  const people = new People(pool);
  const provider = providerOf(pool, people);
  const module = {
    module: OidcProviderModule,
    controllers: [BenchController],
    providers: [
      { provide: Provider, useValue: provider },
      { provide: People, useValue: people },
      { provide: PeerStore, useValue: new OidcProviderStore(pool, provider, people) },
      { provide: APP_GUARD, useClass: OidcProviderGuard },
    ],
  };
  const mountedAt = tokenPath.replace(/\/token$/, '');
  // The library reads bodies itself, so it stands before Nest's reader.
  const install = async (app: INestApplication) => void app.use(mountedAt, provider.callback());
  return peerHost(settings, { module, install });
}

function providerOf(pool: Pool, people: People): Provider {
  const day = 86_400;
  return new Provider('https://wiki.example.com', {
    adapter: (model: string) => new PgAdapter(pool, model),
    findAccount: (_context, id) => people.find(id),
    scopes: ['openid', 'READ', 'WRITE'],
    clientAuthMethods: ['client_secret_post'],
    features: { devInteractions: { enabled: false } },
    jwks: { keys: [generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' })] },
    routes: { token: '/token' },
    issueRefreshToken: () => true,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: { AccessToken: 3600, AuthorizationCode: 600, RefreshToken: 90 * day, Grant: 90 * day },
  });
}
