import { type INestApplication } from '@nestjs/common';
import { type ContestantHost } from '../host/contestant-host.js';
import { type ContestantSettings } from '../host/protocol.js';
import { PeerSeed } from './peer-seed.js';
import { PeerStore } from './peer-store.js';

/** A host whose module provides a {@link PeerStore}. */
export function peerHost(
  settings: ContestantSettings,
  { module, install }: Pick<ContestantHost, 'module' | 'install'>,
): ContestantHost {
  let seed: PeerSeed | undefined;
  const seedOf = (app: INestApplication) => (seed ??= new PeerSeed(app.get(PeerStore)));
  return {
    module,
    ...(install ? { install } : {}),
    seed: (app) => seedOf(app).sow(settings),
    prepare: (app, command) => seedOf(app).prepare(command),
  };
}

/** The address of its PostgreSQL. */
export function urlOf({ database, kind }: ContestantSettings): string {
  if (database?.kind === 'postgres') return database.url;
  throw new Error(`${kind} is measured on PostgreSQL only.`);
}
