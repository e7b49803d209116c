import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type BackupJob } from '../backup/backup-job.entity.js';
import { BackupService } from '../backup/backup.service.js';
import { mapListing } from '../database/listing.js';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { checked } from './checked.js';
import { IdPipe } from './id.pipe.js';
import { SliceQuery } from './slice.query.js';

const dateOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Backups of the whole site. */
@Controller('rest/api/backup-restore')
@NeedsLevel('SYSTEM_ADMIN')
export class BackupController {
  constructor(
    private readonly backups: BackupService,
    private readonly people: PeopleService,
  ) {}

  @Post('backup/site')
  @HttpCode(200)
  async start(@SignedIn() user: SignedInUser) {
    return this.show(await this.backups.start(user), user.username);
  }

  @Get('jobs')
  async list(@Query(checked) query: SliceQuery) {
    const jobs = await this.backups.list(query.slice());
    const people = await this.people.byIds(jobs.results.map(({ requestedBy }) => requestedBy));
    return mapListing(jobs, (job) => this.show(job, people.get(job.requestedBy)?.username)).results;
  }

  @Get('jobs/:id')
  async one(@Param('id', IdPipe) id: number) {
    const job = await this.backups.byId(id);
    return this.show(job, (await this.people.byId(job.requestedBy))?.username);
  }

  private show(job: BackupJob, owner = '') {
    return {
      id: job.id,
      jobScope: 'SITE',
      jobOperation: 'BACKUP',
      jobState: job.state,
      createTime: dateOf(job.createdAt),
      finishProcessingTime: dateOf(job.finishedAt),
      fileName: job.fileName,
      fileExists: job.state === 'FINISHED',
      fileSize: job.size,
      owner,
      errorMessage: job.error,
    };
  }
}
