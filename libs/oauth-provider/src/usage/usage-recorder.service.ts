import { Inject, Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { Refusals } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { Grant } from '../grants/grant.entity.js';
import { DailyUsage } from './usage.entity.js';

/** How often counts are written, in milliseconds. */
const writeEvery = 5_000;

interface Count {
  requests: number;
  refusals: number;
}

/** Counts requests in memory and writes the counts in batches, so that no request waits for them. */
@Injectable()
export class UsageRecorder implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(UsageRecorder.name);
  private counts = new Map<string, Count>();
  private lastUsed = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Refusals) private readonly refusals: Refusals,
  ) {}

  onModuleInit(): void {
    this.refusals.subscribe((access) => {
      const count = this.countOf(access.clientId);
      count.refusals++;
      count.requests--;
    });
    this.timer = setInterval(() => void this.write(), writeEvery).unref();
  }

  /** Nothing counted is lost at a clean stop. */
  async onApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    await this.write();
  }

  /** Notes one request that came with a good token; whether its scope suffices is judged later. */
  note(clientId: string, grantId: string): void {
    this.countOf(clientId).requests++;
    this.lastUsed.set(`${grantId} ${clientId}`, this.clock.now());
  }

  /** Writes what was counted so far. */
  async write(): Promise<void> {
    this.writing = this.writing.then(() => this.writeBatch());
    await this.writing;
  }

  private countOf(clientId: string): Count {
    const key = `${clientId} ${new Date(this.clock.now()).toISOString().slice(0, 10)}`;
    const count = this.counts.get(key) ?? { requests: 0, refusals: 0 };
    this.counts.set(key, count);
    return count;
  }

  private async writeBatch(): Promise<void> {
    if (this.counts.size === 0 && this.lastUsed.size === 0) return;
    const { counts, lastUsed } = this;
    this.counts = new Map();
    this.lastUsed = new Map();
    try {
      await this.dataSource.transaction(async (manager) => {
        for (const [key, count] of counts) {
          const [clientId = '', day = ''] = key.split(' ');
          await manager
            .createQueryBuilder()
            .insert()
            .into(DailyUsage)
            .values({ clientId, day, requests: 0, refusals: 0 })
            .orIgnore()
            .execute();
          await manager.increment(DailyUsage, { clientId, day }, 'requests', count.requests);
          await manager.increment(DailyUsage, { clientId, day }, 'refusals', count.refusals);
        }
        for (const [key, lastUsedAt] of lastUsed) {
          const [grantId = '', clientId = ''] = key.split(' ');
          await manager.update(Grant, { id: grantId }, { lastUsedAt });
          await manager.update(Client, { id: clientId }, { lastUsedAt });
        }
      });
    } catch (error) {
      this.keep(counts, lastUsed);
      this.logger.warn(`Usage could not be written and is kept in memory: ${String(error)}`);
    }
  }

  private keep(counts: Map<string, Count>, lastUsed: Map<string, number>): void {
    for (const [key, { requests, refusals }] of counts) {
      const count = this.counts.get(key) ?? { requests: 0, refusals: 0 };
      this.counts.set(key, { requests: count.requests + requests, refusals: count.refusals + refusals });
    }
    this.lastUsed = new Map([...lastUsed, ...this.lastUsed]);
  }
}
