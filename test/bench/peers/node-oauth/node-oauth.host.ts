import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import OAuth2Server from '@node-oauth/oauth2-server';
import { BenchController } from '../../host/bench.controller.js';
import { type ContestantHost } from '../../host/contestant-host.js';
import { type ContestantSettings } from '../../host/protocol.js';
import { peerHost } from '../peer-host.js';
import { PeerStore } from '../peer-store.js';
import { openPool } from '../pg/open-pool.js';
import { PgSeeding } from '../pg/pg-seeding.js';
import { PgTables } from '../pg/pg-tables.js';
import { schema } from '../pg/schema.js';
import { NodeOauthController } from './node-oauth.controller.js';
import { NodeOauthGuard } from './node-oauth.guard.js';
import { NodeOauthModel } from './node-oauth.model.js';
import { NodeOauthStore } from './node-oauth.store.js';

@Module({})
class NodeOauthModule {}

/** The measured route behind @node-oauth/oauth2-server. */
export async function nodeOauth(settings: ContestantSettings): Promise<ContestantHost> {
  const pool = await openPool(settings, schema);
  const server = new OAuth2Server({ model: new NodeOauthModel(new PgTables(pool)) });
  const module = {
    module: NodeOauthModule,
    controllers: [BenchController, NodeOauthController],
    providers: [
      { provide: OAuth2Server, useValue: server },
      { provide: PeerStore, useValue: new NodeOauthStore(new PgSeeding(pool)) },
      { provide: APP_GUARD, useClass: NodeOauthGuard },
    ],
  };
  return peerHost(settings, { module });
}
