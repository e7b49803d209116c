import { type Kind } from '../host/protocol.js';

/** Who takes part, on what. */
export interface Entry {
  readonly contestant: Kind;
  readonly platform: 'express' | 'fastify';
  readonly database: 'SQLite' | 'PostgreSQL' | '-';
}

const platforms = ['express', 'fastify'] as const;

/** The routes that the others are compared with. */
export const bareEntries: readonly Entry[] = platforms.map((platform) => {
  return { contestant: 'bare', platform, database: '-' };
});

const onExpress = ['oidc-provider', '@node-oauth/oauth2-server', '@jmondi/oauth2-server'] as const;

/** Everybody else, in the order of the table. */
export const roster: readonly Entry[] = platforms.flatMap((platform): Entry[] => [
  { contestant: 'drawbridge', platform, database: 'SQLite' },
  { contestant: 'drawbridge', platform, database: 'PostgreSQL' },
  { contestant: 'hand-written', platform, database: 'PostgreSQL' },
  ...(platform === 'express' ? onExpress : []).map((contestant): Entry => {
    return { contestant, platform, database: 'PostgreSQL' };
  }),
]);
