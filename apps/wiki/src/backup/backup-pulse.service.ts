import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, In } from 'typeorm';
import { WikiConfig } from '../config/wiki-config.js';
import { traceOf } from '../errors/refusal.js';
import { BackupJob } from './backup-job.entity.js';

const minute = 60_000;
const unfinished = In(['QUEUED', 'PROCESSING']);

/** Knows which backups are still worked on, by this node or another one, and ends what a kill left of the others. */
@Injectable()
export class BackupPulse implements OnApplicationShutdown {
  private readonly logger = new Logger(BackupPulse.name);
  private readonly own = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly config: WikiConfig,
    private readonly clock: Clock,
  ) {}

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** From now on this node says once a minute that it works on the backup of this file name. */
  begin(fileName: string): void {
    this.own.add(fileName);
    this.timer ??= setInterval(() => void this.beat(), minute).unref();
  }

  /** This node's work on the backup is over. */
  end(fileName: string): void {
    this.own.delete(fileName);
    if (this.own.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /**
   * Fails the jobs whose node is gone: at once on SQLite, which serves one node; after 5 minutes without a word on
   * PostgreSQL, where another node may be at work.
   */
  async failLost(): Promise<void> {
    const now = this.clock.now();
    const patience = this.database.options.type === 'postgres' ? 5 * minute : 0;
    const jobs = await this.database.manager.findBy(BackupJob, { state: unfinished });
    const lost = jobs.filter((job) => !this.own.has(job.fileName) && (job.beatAt ?? 0) + patience <= now);
    if (lost.length === 0) return;
    await this.database.manager.update(
      BackupJob,
      { id: In(lost.map(({ id }) => id)), state: unfinished },
      { state: 'FAILED', error: 'The wiki was stopped before the backup was finished.', finishedAt: now },
    );
    await this.removeLeftovers();
  }

  /** Removes the half-written files of jobs that nobody works on from this node's data folder. */
  async removeLeftovers(): Promise<void> {
    const folder = join(this.config.dataDir, 'backups');
    try {
      const parts = (await readdir(folder)).filter((name) => /^site-.*\.part$/.test(name));
      const jobs = await this.database.manager.findBy(BackupJob, { state: unfinished });
      const wanted = new Set(jobs.map(({ fileName }) => `${fileName}.part`));
      for (const part of parts) if (!wanted.has(part)) await rm(join(folder, part), { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') this.logger.warn(traceOf(error));
    }
  }

  private async beat(): Promise<void> {
    try {
      const own = { fileName: In([...this.own]), state: unfinished };
      await this.database.manager.update(BackupJob, own, { beatAt: this.clock.now() });
    } catch (error) {
      this.logger.warn(traceOf(error));
    }
  }
}
