import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AuthorizationServer, DateInterval, JwtService } from '@jmondi/oauth2-server';
import { BenchController } from '../../host/bench.controller.js';
import { type ContestantHost } from '../../host/contestant-host.js';
import { type ContestantSettings } from '../../host/protocol.js';
import { peerHost } from '../peer-host.js';
import { PeerStore } from '../peer-store.js';
import { openPool } from '../pg/open-pool.js';
import { PgSeeding } from '../pg/pg-seeding.js';
import { PgTables } from '../pg/pg-tables.js';
import { schema } from '../pg/schema.js';
import { newSecret } from '../random.js';
import { JmondiClients } from './jmondi.clients.js';
import { JmondiCodes } from './jmondi.codes.js';
import { JmondiController } from './jmondi.controller.js';
import { JmondiGuard } from './jmondi.guard.js';
import { JmondiScopes } from './jmondi.scopes.js';
import { JmondiStore } from './jmondi.store.js';
import { JmondiTokens } from './jmondi.tokens.js';

@Module({})
class JmondiModule {}

/** The measured route behind @jmondi/oauth2-server. */
export async function jmondi(settings: ContestantSettings): Promise<ContestantHost> {
  const pool = await openPool(settings, schema);
  const tables = new PgTables(pool);
  const jwt = new JwtService(newSecret());
  const server = serverOf(tables, jwt);
  const module = {
    module: JmondiModule,
    controllers: [BenchController, JmondiController],
    providers: [
      { provide: AuthorizationServer, useValue: server },
      { provide: JwtService, useValue: jwt },
      { provide: PgTables, useValue: tables },
      { provide: PeerStore, useValue: new JmondiStore(new PgSeeding(pool), server, jwt) },
      { provide: APP_GUARD, useClass: JmondiGuard },
    ],
  };
  return peerHost(settings, { module });
}

function serverOf(tables: PgTables, jwt: JwtService): AuthorizationServer {
  const server = new AuthorizationServer(new JmondiClients(tables), new JmondiTokens(tables), new JmondiScopes(), jwt);
  const userRepository = { getUserByCredentials: async (id: string | number) => tables.person(String(id)) };
  const hour = new DateInterval('1h');
  server.enableGrantType('refresh_token', hour);
  server.enableGrantType(
    { grant: 'authorization_code', authCodeRepository: new JmondiCodes(tables), userRepository },
    hour,
  );
  return server;
}
