import {
  Injectable,
  Logger,
  NotFoundException,
  type OnApplicationBootstrap,
  type BeforeApplicationShutdown,
} from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { WikiConfig } from '../config/wiki-config.js';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { traceOf } from '../errors/refusal.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { BackupJob } from './backup-job.entity.js';
import { BackupPulse } from './backup-pulse.service.js';
import { writeSiteExport } from './site-export.js';

/** Backups of the whole site, made in the background, one after the other. */
@Injectable()
export class BackupService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(BackupService.name);
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: DataSource,
    private readonly config: WikiConfig,
    private readonly audit: AuditService,
    private readonly clock: Clock,
    private readonly pulse: BackupPulse,
  ) {}

  /** Jobs that a kill of the wiki interrupted will not go on, and their files are of no use. */
  async onApplicationBootstrap(): Promise<void> {
    await this.pulse.failLost();
    await this.pulse.removeLeftovers();
  }

  /** Lets the running backup finish while the database is still there. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.running;
  }

  /** Asks for a backup and answers its job at once. */
  async start(actor: SignedInUser): Promise<BackupJob> {
    const now = this.clock.now();
    const stamp = new Date(now).toISOString().replace(/[:.]/g, '-');
    const fileName = `site-${stamp}-${randomBytes(4).toString('hex')}.json.gz`;
    this.pulse.begin(fileName);
    try {
      const job = await this.insert(fileName, now, actor);
      this.running = this.running.then(() => this.run(job.id, fileName));
      return job;
    } catch (error) {
      this.pulse.end(fileName);
      throw error;
    }
  }

  /** The jobs, newest first. */
  async list(slice: Slice): Promise<Listing<BackupJob>> {
    await this.pulse.failLost();
    const rows = await this.database.manager.find(BackupJob, {
      order: { id: 'DESC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }

  /** @throws NotFoundException */
  async byId(id: number): Promise<BackupJob> {
    await this.pulse.failLost();
    const job = await this.database.manager.findOneBy(BackupJob, { id });
    if (!job) throw new NotFoundException(`There is no backup job ${id.toString()}.`);
    return job;
  }

  private async insert(fileName: string, now: number, actor: SignedInUser): Promise<BackupJob> {
    return this.database.transaction(async (manager) => {
      const queued = Object.assign(new BackupJob(), {
        state: 'QUEUED',
        fileName,
        size: null,
        requestedBy: actor.id,
        createdAt: now,
        beatAt: now,
        finishedAt: null,
        error: null,
      });
      await manager.insert(BackupJob, queued);
      await this.audit.write(
        { actorId: actor.id, category: 'Backup', summary: 'Backup started', affected: queued.fileName },
        manager,
      );
      return queued;
    });
  }

  private async run(id: number, fileName: string): Promise<void> {
    try {
      await this.database.manager.update(BackupJob, { id }, { state: 'PROCESSING' });
      const path = join(this.config.dataDir, 'backups', fileName);
      await writeSiteExport(this.database, path, this.clock.now());
      const { size } = await stat(path);
      await this.database.manager.update(
        BackupJob,
        { id },
        { state: 'FINISHED', size, finishedAt: this.clock.now(), error: null },
      );
    } catch (error) {
      this.logger.error(traceOf(error));
      const failed = {
        state: 'FAILED' as const,
        error: 'The backup could not be written.',
        finishedAt: this.clock.now(),
      };
      await this.database.manager.update(BackupJob, { id }, failed).catch((again: unknown) => {
        this.logger.error(traceOf(again));
      });
    } finally {
      this.pulse.end(fileName);
    }
  }
}
