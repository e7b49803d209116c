import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityTarget, In, MoreThanOrEqual } from 'typeorm';
import { HourlyUsage } from './hourly-usage.entity.js';
import { type RefusalReason } from './refusal-reason.js';
import { RefusalUsage } from './refusal-usage.entity.js';
import { RouteUsage } from './route-usage.entity.js';
import { DailyUsage } from './usage.entity.js';

const dayInMilliseconds = 86_400_000;
const hourInMilliseconds = 3_600_000;

/** Calls of one route within some days. */
export interface CallsOfRoute {
  /** As it is declared, or `other` for all that were too many to be told apart. */
  readonly route: string;
  readonly requests: number;
  readonly refusals: number;
}

/** Requests that were turned away for one reason within some days. */
export interface RefusalsOfReason {
  readonly reason: RefusalReason;
  readonly refusals: number;
}

/** Reads how often a client came. */
@Injectable()
export class Usage {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** One entry for each of the last `days` days, the oldest first, with zeros where nothing happened. 1 to 366. */
  async ofClient(clientId: string, days: number): Promise<readonly DailyUsage[]> {
    return (await this.ofClients([clientId], days)).get(clientId) ?? [];
  }

  /** The same for each of several clients, by client id, in one statement. */
  async ofClients(clientIds: readonly string[], days: number): Promise<ReadonlyMap<string, readonly DailyUsage[]>> {
    const wanted = Array.from({ length: days }, (_, index) => this.dayAt(days - 1 - index));
    const rows = await this.dataSource.manager
      .createQueryBuilder(DailyUsage, 'usage')
      .select('usage.clientId', 'clientId')
      .addSelect('usage.day', 'day')
      .addSelect('usage.requests', 'requests')
      .addSelect('usage.refusals', 'refusals')
      .where({ clientId: In([...clientIds]), day: MoreThanOrEqual(this.dayAt(days - 1)) })
      .getRawMany<DailyUsage>();
    const stored = new Map(rows.map((usage) => [`${usage.clientId} ${usage.day}`, usage]));
    const of = (clientId: string) =>
      wanted.map((day) => stored.get(`${clientId} ${day}`) ?? { clientId, day, requests: 0, refusals: 0 });
    return new Map(clientIds.map((clientId) => [clientId, of(clientId)]));
  }

  /** The routes that a client called in the last `days` days, 1 to 366, the busiest first. */
  async routesOf(clientId: string, days: number): Promise<readonly CallsOfRoute[]> {
    const rows = await this.sums(RouteUsage, 'route', ['requests', 'refusals'], { clientId, days });
    return rows
      .map(({ name: route, requests, refusals }) => ({ route, requests: Math.max(0, requests), refusals }))
      .sort((one, other) => weight(other) - weight(one) || (one.route < other.route ? -1 : 1));
  }

  /** Why a client was turned away in the last `days` days, 1 to 366, the most frequent first. */
  async refusalsOf(clientId: string, days: number): Promise<readonly RefusalsOfReason[]> {
    const rows = await this.sums(RefusalUsage, 'reason', ['refusals'], { clientId, days });
    return rows
      .map(({ name, refusals }) => ({ reason: name as RefusalReason, refusals }))
      .sort((one, other) => other.refusals - one.refusals || (one.reason < other.reason ? -1 : 1));
  }

  /** How many requests of a client were let in within 24 hours: in the hour that it is and the 23 before it. */
  async requestsOfLastDay(clientId: string): Promise<number> {
    const since = new Date(this.clock.now() - 23 * hourInMilliseconds).toISOString().slice(0, 13);
    const hour = MoreThanOrEqual(since);
    return Math.max(0, (await this.dataSource.manager.sum(HourlyUsage, 'requests', { clientId, hour })) ?? 0);
  }

  private async sums(
    entity: EntityTarget<RouteUsage | RefusalUsage>,
    name: string,
    columns: readonly ('requests' | 'refusals')[],
    { clientId, days }: { clientId: string; days: number },
  ): Promise<readonly { readonly name: string; readonly requests: number; readonly refusals: number }[]> {
    const query = this.dataSource.manager
      .createQueryBuilder(entity, 'counted')
      .select(`counted.${name}`, 'name')
      .where({ clientId, day: MoreThanOrEqual(this.dayAt(days - 1)) })
      .groupBy(`counted.${name}`);
    for (const column of columns) query.addSelect(`SUM(counted.${column})`, column);
    const rows = await query.getRawMany<Partial<Record<string, string | number>> & { readonly name: string }>();
    return rows.map((row) => ({
      name: row.name,
      requests: Number(row.requests ?? 0),
      refusals: Number(row.refusals ?? 0),
    }));
  }

  private dayAt(ago: number): string {
    return new Date(this.clock.now() - ago * dayInMilliseconds).toISOString().slice(0, 10);
  }
}

const weight = ({ requests, refusals }: CallsOfRoute): number => requests + refusals;
