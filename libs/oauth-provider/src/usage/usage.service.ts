import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, MoreThanOrEqual } from 'typeorm';
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
    const dayAt = (ago: number): string =>
      new Date(this.clock.now() - ago * dayInMilliseconds).toISOString().slice(0, 10);
    const wanted = Array.from({ length: days }, (_, index) => dayAt(days - 1 - index));
    const stored = await this.dataSource.manager.findBy(DailyUsage, {
      clientId,
      day: MoreThanOrEqual(dayAt(days - 1)),
    });
    const byDay = new Map(stored.map((usage) => [usage.day, usage]));
    return wanted.map((day) => byDay.get(day) ?? { clientId, day, requests: 0, refusals: 0 });
  }
}
