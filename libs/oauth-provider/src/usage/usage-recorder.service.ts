import { type BeforeApplicationShutdown, Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { Refusals } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { Grant } from '../grants/grant.entity.js';
import { traceOf } from '../errors/trace.js';
import { DailyUsage } from './usage.entity.js';

/** How often counts are written, in milliseconds. */
const writeEvery = 5_000;

interface Count {
  readonly requests: number;
  readonly refusals: number;
}

/** Counts requests in memory and writes the counts in batches, so that no request waits for them. */
@Injectable()
export class UsageRecorder implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(UsageRecorder.name);
  private readonly counts = new Map<string, Count>();
  private readonly lastUsed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    this.refusals.subscribe(({ clientId }) => this.count(clientId, { requests: -1, refusals: 1 }));
    this.timer = setInterval(() => void this.write(), writeEvery).unref();
  }

  /** Nothing counted is lost at a clean stop; later the connection would be closed already. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Notes one request that came with a good token; whether its scope suffices is judged later. */
  note(clientId: string, grantId: string): void {
    this.count(clientId, { requests: 1, refusals: 0 });
    for (const key of [`grant ${grantId}`, `client ${clientId}`]) this.lastUsed.set(key, this.clock.now());
  }

  /** Writes what was counted so far. */
  async write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeBatch());
    await this.writing;
  }

  private count(clientId: string, more: Count): void {
    this.add(`${clientId} ${new Date(this.clock.now()).toISOString().slice(0, 10)}`, more);
  }

  private add(key: string, { requests, refusals }: Count): void {
    const count = this.counts.get(key) ?? { requests: 0, refusals: 0 };
    this.counts.set(key, { requests: count.requests + requests, refusals: count.refusals + refusals });
  }

  /** One statement a row and none around them: rows of links that are being deleted are locked in another order. */
  private async writeBatch(): Promise<void> {
    try {
      for (const key of [...this.counts.keys()]) await this.writeCounted(key);
      for (const key of [...this.lastUsed.keys()]) await this.writeLastUsed(key);
    } catch (error) {
      this.logger.warn(`Usage could not be written and is kept in memory. ${traceOf(error)}`);
    }
  }

  /** Takes a count out while it is written, so that what is counted meanwhile begins a new one. */
  private async writeCounted(key: string): Promise<void> {
    const count = this.counts.get(key) ?? { requests: 0, refusals: 0 };
    this.counts.delete(key);
    try {
      await this.writeCount(key, count);
    } catch (error) {
      this.add(key, count);
      throw error;
    }
  }

  private async writeLastUsed(key: string): Promise<void> {
    const [table = '', id = ''] = key.split(' ');
    const at = this.lastUsed.get(key) ?? 0;
    await this.dataSource.manager
      .createQueryBuilder()
      .update(table === 'grant' ? Grant : Client)
      .set({ lastUsedAt: at })
      .where('id = :id AND (last_used_at IS NULL OR last_used_at < :at)', { id, at })
      .execute();
    if (this.lastUsed.get(key) === at) this.lastUsed.delete(key);
  }

  private async writeCount(key: string, count: Count): Promise<void> {
    const { manager } = this.dataSource;
    const [clientId = '', day = ''] = key.split(' ');
    const { requests, refusals } = count;
    if (await this.added(clientId, day, count)) return;
    if (!(await manager.existsBy(Client, { id: clientId }))) return;
    const row = { clientId, day, requests: 0, refusals: 0 };
    await manager.createQueryBuilder().insert().into(DailyUsage).values(row).orIgnore().execute();
    await this.added(clientId, day, { requests, refusals });
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
