import { type CountedReason } from './refusal-reason.js';
import { mostRoutes, otherRoutes } from './route-usage.entity.js';

/** Calls of one route. */
export interface RouteTally {
  requests: number;
  refusals: number;
}

/** What was counted for one client in one hour and is not written yet. */
export class ClientTally {
  requests = 0;
  refusals = 0;
  readonly routes = new Map<string, RouteTally>();
  readonly reasons = new Map<CountedReason, number>();

  /** @param hour hours since 1970 */
  constructor(
    readonly clientId: string,
    readonly hour: number,
  ) {}

  /** The calls of a route, or of all that are too many to be told apart. */
  route(name: string): RouteTally {
    return this.routes.get(name) ?? this.begin(this.routes.size < mostRoutes ? name : otherRoutes);
  }

  /** Counts a call that was turned away. */
  refuse(reason: CountedReason, route: string): void {
    this.reasons.set(reason, (this.reasons.get(reason) ?? 0) + 1);
    this.route(route).refusals++;
  }

  private begin(name: string): RouteTally {
    const before = this.routes.get(name);
    if (before) return before;
    const tally = { requests: 0, refusals: 0 };
    this.routes.set(name, tally);
    return tally;
  }
}
