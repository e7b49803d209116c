/** Which library guards the route, or that none does. */
export type Kind =
  'bare' | 'drawbridge' | 'hand-written' | 'oidc-provider' | '@node-oauth/oauth2-server' | '@jmondi/oauth2-server';

/** How a contestant is put together. */
export interface ContestantSettings {
  readonly platform: 'express' | 'fastify';
  /** `bare`: the route alone. Every other: the same route behind guards. */
  readonly kind: Kind;
  /** A folder for SQLite, or the address of an empty PostgreSQL database. */
  readonly database?:
    { readonly kind: 'sqlite'; readonly folder: string } | { readonly kind: 'postgres'; readonly url: string };
  /** How many sign-ins its database begins with; 0 where another node has filled it. */
  readonly signIns: number;
  /** How many clients share them. Default: 1. */
  readonly clients?: number;
  /** How many application links there are besides; drawbridge only. Default: 0. */
  readonly links?: number;
}

/** How a client says who it is. */
export interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A sign-in that is good. */
export interface SignIn {
  readonly token: string;
  readonly familyId: string;
  readonly grantId: string;
  readonly userId: string;
  readonly clientId: string;
}

/** What a node is asked to end, to let in again, or to clean away for so long at most. */
export type EndingCommand =
  | { readonly do: 'revoke' | 'withdraw' | 'disable person'; readonly signIn: SignIn }
  | { readonly do: 'disable client' | 'enable client' | 'withdraw all' | 'delete client'; readonly clientId: string }
  | { readonly do: 'pause' | 'resume' }
  | { readonly do: 'clean'; readonly milliseconds: number };

/** What can be made beforehand: codes with {@link challenge}, or one of the tokens of a new sign-in. */
export type Preparation = 'code' | 'access token' | 'refresh token';

/** Asks a node to make so many of them. */
export interface PrepareCommand {
  readonly prepare: Preparation;
  readonly count: number;
}

/** A code or token, and whose it is. */
export interface Prepared extends Credentials {
  readonly value: string;
}

/** Every message that a contestant answers; one after another. */
export type Command = 'used' | 'memory' | EndingCommand | PrepareCommand;

/** What a contestant says once it listens. */
export interface Ready {
  readonly port: number;
  /** Access tokens that are good. */
  readonly live: readonly string[];
  /** The same, with what they hang from; drawbridge only. */
  readonly signIns: readonly SignIn[];
  /** Access tokens that this host made and has ended. */
  readonly ended: readonly string[];
  /** The clients that hold the tokens. */
  readonly clients: readonly Credentials[];
}

/** What a contestant's process has used so far. */
export interface Used {
  /** CPU time in microseconds. */
  readonly cpu: number;
  /** Statements sent to PostgreSQL, those that begin and commit included. */
  readonly statements: number;
}

/** The memory of a contestant's process once what is not needed any more has been collected; in bytes. */
export type Memory = Pick<NodeJS.MemoryUsage, 'rss' | 'heapUsed' | 'external'>;

/** The failure of a command, told instead of its answer. */
export interface Failed {
  readonly failed: string | undefined;
}

/** Where the token endpoint of every contestant is. */
export const tokenPath = '/rest/oauth2/latest/token';

/** Where every client is sent back to. */
export const redirectUri = 'https://app.example.com/callback';

/** The header that signs a person in, and who may administer links. */
export const personHeader = 'x-bench-person';
export const administrator = 'administrator';

/** The PKCE verifier of every code, and its S256 challenge (RFC 7636 appendix B). */
export const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
export const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';
