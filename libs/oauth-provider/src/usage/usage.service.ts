import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, In, MoreThanOrEqual } from 'typeorm';
import { DailyUsage } from './usage.entity.js';

const dayInMilliseconds = 86_400_000;

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

  private dayAt(ago: number): string {
    return new Date(this.clock.now() - ago * dayInMilliseconds).toISOString().slice(0, 10);
  }
}
