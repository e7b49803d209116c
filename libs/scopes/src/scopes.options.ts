import { type RouteRule } from './routes/route-rule.js';

/** The settings of {@link ScopesModule}. */
export class ScopesOptions {
  /** Which declared routes applications may reach, first match wins. A route without one is closed to them. Default: none. */
  readonly routes: readonly RouteRule[] = [];

  constructor(given: Partial<ScopesOptions> = {}) {
    Object.assign(this, given);
  }
}
