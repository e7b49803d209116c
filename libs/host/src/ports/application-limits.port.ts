import { type ExecutionContext } from '@nestjs/common';

/** What an application is about to do in a person's name: its scope suffices for it, and so does the person's level. */
export type LimitedCall = {
  readonly clientId: string;
  readonly userId: string;
  /** The HTTP request that the call came with; of a socket, the one that opened it. */
  readonly request: unknown;
} & (
  | {
      /** A route, a GraphQL field, or a message to a gateway. */
      readonly kind: 'http' | 'graphql' | 'ws';
      /** As guards get it: route parameters in the request, a field's arguments, a message's data. */
      readonly context: ExecutionContext;
    }
  /** Connecting to a gateway, or a route that the host mounts outside Nest. */
  | { readonly kind: 'connection' | 'outside'; readonly context: null }
);

/**
 * Narrows what an application reaches beyond its scopes, for instance to some spaces. Optional: without it nothing is asked. It
 * can only take away: it is asked last, once scope and person sufficed.
 */
export abstract class ApplicationLimits {
  /**
   * Whether the application may do this. Everything but `true` refuses, with 403. What it throws is answered as whatever the host
   * throws in a guard, and the call is not made. Asked with every call, so it should be cheap.
   */
  abstract allows(call: LimitedCall): boolean | Promise<boolean>;

  /**
   * What the application is limited to, as a sentence for its author and for administrators: "The administrator limited this application
   * to the space Sales." `null` when it is not. Default: `null`.
   */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- for those who override it
  describe(clientId: string): string | null | Promise<string | null> {
    return null;
  }
}
