import { type ExecutionContext } from '@nestjs/common';
import { type GatewayRule, type GraphqlRule } from './operations/operation-rule.js';
import { type RouteRule } from './routes/route-rule.js';

/** The settings of {@link ScopesModule}. */
export class ScopesOptions {
  /** Which declared routes applications may reach, first match wins. A route without one is closed to them. Default: none. */
  readonly routes: readonly RouteRule[] = [];

  /** Which GraphQL fields applications may reach, first match wins. A field without one is closed to them. Default: none. */
  readonly graphql: readonly GraphqlRule[] = [];

  /** To which gateways they may connect and what they may send there, first match wins. Default: none. */
  readonly gateways: readonly GatewayRule[] = [];

  /**
   * Finds the HTTP request of a call where it is not where Apollo, Mercurius, graphql-ws, ws and socket.io have it.
   * `undefined` looks in those places. Must never be led by what a client sends. Default: none.
   */
  readonly requestOf: ((context: ExecutionContext) => object | undefined) | undefined = undefined;

  constructor(given: Partial<ScopesOptions> = {}) {
    for (const [name, value] of Object.entries(given)) if (value !== undefined) Object.assign(this, { [name]: value });
  }
}
