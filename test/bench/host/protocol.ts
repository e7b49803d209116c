/** How a contestant is put together. */
export interface ContestantSettings {
  readonly platform: 'express' | 'fastify';
  /** `bare`: the route alone. `drawbridge`: the same route behind our guards. */
  readonly kind: 'bare' | 'drawbridge';
  /** A folder for SQLite, or the address of an empty PostgreSQL database. */
  readonly database?:
    { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };
  /** How many sign-ins its database begins with. */
  readonly signIns: number;
}

/** What a contestant says once it listens. */
export interface Ready {
  readonly port: number;
  /** Access tokens that are good. */
  readonly live: readonly string[];
  /** Access tokens that this host made and has ended. */
  readonly ended: readonly string[];
}

/** CPU time that a contestant's process has used so far, in microseconds. */
export interface CpuUsed {
  readonly cpu: number;
}
