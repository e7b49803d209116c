import { Inject, Injectable } from '@nestjs/common';
import { type CallsOfRoute, type RefusalsOfReason, Usage, UsageRecorder } from 'nestjs-drawbridge/oauth-provider';

/** How often an application came on one day. */
export interface UsageOfDay {
  /** The day in UTC, `2026-11-23`. */
  readonly day: string;
  readonly requests: number;
  readonly refusals: number;
}

/** How an application came in some days up to this moment. */
export interface LinkUsage {
  /** One entry for each day, the oldest first. */
  readonly days: readonly UsageOfDay[];
  /** The busiest first; a GraphQL operation counts for each of its guarded fields. */
  readonly routes: readonly CallsOfRoute[];
  /** The most frequent reason first. */
  readonly reasons: readonly RefusalsOfReason[];
  /** Requests that were let in within 24 hours, exact to the hour. */
  readonly lastDay: number;
}

/** What applications did and what happened to them, up to this moment. */
@Injectable()
export class LinkActivity {
  constructor(
    @Inject(Usage) private readonly usage: Usage,
    @Inject(UsageRecorder) private readonly recorder: UsageRecorder,
  ) {}

  /** Writes what was counted and not yet stored, so that what is read next is up to date. */
  async settle(): Promise<void> {
    await this.recorder.write();
  }

  /** The last `days` days, 1 to 366. */
  async usageOf(clientId: string, days: number): Promise<LinkUsage> {
    await this.settle();
    return {
      days: await this.usage.ofClient(clientId, days),
      routes: await this.usage.routesOf(clientId, days),
      reasons: await this.usage.refusalsOf(clientId, days),
      lastDay: await this.usage.requestsOfLastDay(clientId),
    };
  }

  /** Requests that were let in within 24 hours, exact to the hour. */
  async requestsOfLastDay(clientId: string): Promise<number> {
    await this.settle();
    return this.usage.requestsOfLastDay(clientId);
  }

  /** Requests and refusals day by day of each of several applications, by client id, as far as they are stored. */
  async usageOfAll(clientIds: readonly string[], days: number): Promise<ReadonlyMap<string, readonly UsageOfDay[]>> {
    return this.usage.ofClients(clientIds, days);
  }
}
