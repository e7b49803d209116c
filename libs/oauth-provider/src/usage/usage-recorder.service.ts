import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { Refusals } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { traceOf } from '../errors/trace.js';
import { LastUses } from './last-uses.service.js';
import { DailyUsage } from './usage.entity.js';

/** How often counts are written, in milliseconds. */
const writeEvery = 5_000;

const dayInMilliseconds = 86_400_000;

interface Count {
  requests: number;
  refusals: number;
}

/** What was counted for one client on one day. */
interface DayCount extends Count {
  readonly clientId: string;
  /** Days since 1970. */
  readonly day: number;
}

/** Counts requests in memory and writes the counts in batches, so that no request waits for them. */
@Injectable()
export class UsageRecorder implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(UsageRecorder.name);
  private counts = new Map<string, DayCount>();
  /** What is to be written, by client and day. */
  private readonly waiting = new Map<string, DayCount>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Refusals) private readonly refusals: Refusals,
    @Inject(LastUses) private readonly lastUses: LastUses,
  ) {}

  onModuleInit(): void {
    this.refusals.subscribe(({ clientId }) => this.count(clientId, -1, 1));
    this.timer = setInterval(() => void this.write(), writeEvery).unref();
  }

  /** Nothing counted is lost at a clean stop; later the connection would be closed already. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Notes one request that came with a good token; whether its scope suffices is judged later. */
  note(clientId: string, grantId: string): void {
    const now = this.count(clientId, 1, 0);
    this.lastUses.note('grant', grantId, now);
    this.lastUses.note('client', clientId, now);
  }

  /** Writes what was counted so far. */
  async write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeBatch());
    await this.writing;
  }

  private count(clientId: string, requests: number, refusals: number): number {
    const now = this.clock.now();
    const day = Math.floor(now / dayInMilliseconds);
    const count = this.counts.get(clientId);
    if (count?.day === day) {
      count.requests += requests;
      count.refusals += refusals;
      return now;
    }
    if (count) this.wait(count); // of the day before
    this.counts.set(clientId, { clientId, day, requests, refusals });
    return now;
  }

  /** One statement a row and none around them: rows of links that are being deleted are locked in another order. */
  private async writeBatch(): Promise<void> {
    // What is counted meanwhile begins a new count.
    for (const count of this.counts.values()) this.wait(count);
    this.counts = new Map();
    try {
      for (const [key, count] of [...this.waiting]) await this.writeWaiting(key, count);
      await this.lastUses.write();
    } catch (error) {
      this.logger.warn(`Usage could not be written and is kept in memory. ${traceOf(error)}`);
    }
  }

  private wait(count: DayCount): void {
    const key = `${count.clientId} ${count.day.toString()}`;
    const before = this.waiting.get(key);
    const requests = count.requests + (before?.requests ?? 0);
    const refusals = count.refusals + (before?.refusals ?? 0);
    this.waiting.set(key, { ...count, requests, refusals });
  }

  /** Takes a count out while it is written: what is counted on the same day meanwhile is another one. */
  private async writeWaiting(key: string, count: DayCount): Promise<void> {
    this.waiting.delete(key);
    try {
      await this.writeCount(count);
    } catch (error) {
      this.wait(count);
      throw error;
    }
  }

  private async writeCount(count: DayCount): Promise<void> {
    const { manager } = this.dataSource;
    const { clientId } = count;
    const day = new Date(count.day * dayInMilliseconds).toISOString().slice(0, 10);
    if (await this.added(clientId, day, count)) return;
    if (!(await manager.existsBy(Client, { id: clientId }))) return;
    const row = { clientId, day, requests: 0, refusals: 0 };
    await manager.createQueryBuilder().insert().into(DailyUsage).values(row).orIgnore().execute();
    await this.added(clientId, day, count);
  }

  private async added(clientId: string, day: string, { requests, refusals }: Count): Promise<boolean> {
    const { affected } = await this.dataSource.manager
      .createQueryBuilder()
      .update(DailyUsage)
      .set({ requests: () => 'requests + :requests', refusals: () => 'refusals + :refusals' })
      .where({ clientId, day })
      .setParameters({ requests, refusals })
      .execute();
    return affected === 1;
  }
}
