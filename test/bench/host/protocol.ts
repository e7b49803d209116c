/** How a contestant is put together. */
export interface ContestantSettings {
  readonly platform: 'express' | 'fastify';
  /** `bare`: the route alone. `drawbridge`: the same route behind our guards. */
  readonly kind: 'bare' | 'drawbridge';
  /** A folder for SQLite, or the address of an empty PostgreSQL database. */
  readonly database?:
    { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };
  /** How many sign-ins its database begins with; 0 where another node has filled it. */
  readonly signIns: number;
  /** How many clients share them. Default: 1. */
  readonly clients?: number;
}

/** A sign-in that is good. */
export interface SignIn {
  readonly token: string;
  readonly familyId: string;
  readonly grantId: string;
  readonly userId: string;
  readonly clientId: string;
}

/** What a node is asked to end, or to let in again. */
export type EndingCommand =
  | { readonly do: 'revoke' | 'withdraw' | 'disable person'; readonly signIn: SignIn }
  | { readonly do: 'disable client' | 'enable client' | 'withdraw all' | 'delete client'; readonly clientId: string }
  | { readonly do: 'pause' | 'resume' };

/** What a contestant says once it listens. */
export interface Ready {
  readonly port: number;
  /** Access tokens that are good. */
  readonly live: readonly string[];
  /** The same, with what they hang from. */
  readonly signIns: readonly SignIn[];
  /** Access tokens that this host made and has ended. */
  readonly ended: readonly string[];
}

/** CPU time that a contestant's process has used so far, in microseconds. */
export interface CpuUsed {
  readonly cpu: number;
}
