import type { ForeignClient, ForeignClientOptions } from '../support/foreign-client.js';

/** How an application proves who it is; `none` is a public client. */
export interface Way {
  readonly authentication: 'Basic' | 'body' | 'none';
  readonly pkce: boolean;
}

/** A client library as applications use it. */
export interface Library {
  readonly name: string;
  readonly ways: readonly Way[];
  /** Why it cannot be tried on this machine; absent where it can. */
  readonly missing?: string;
  create(options: ForeignClientOptions): ForeignClient;
}

/** Ways that most libraries know. */
export const ways = {
  basic: { authentication: 'Basic', pkce: false },
  basicWithPkce: { authentication: 'Basic', pkce: true },
  body: { authentication: 'body', pkce: false },
  bodyWithPkce: { authentication: 'body', pkce: true },
  publicClient: { authentication: 'none', pkce: true },
} as const satisfies Record<string, Way>;
