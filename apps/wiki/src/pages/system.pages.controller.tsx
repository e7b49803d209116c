import { Controller, Get, Post, Query } from '@nestjs/common';
import { BackupService } from '../backup/backup.service.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { exactly } from '../layout/when.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { SystemInfoService } from '../system/system-info.service.js';
import { BackupPage, sizeInWords } from './backup.page.js';
import { PageModels } from './page-models.service.js';
import { startOf } from './pager.js';
import { SystemPage } from './system.page.js';

/** What system administrators look after: the running wiki and its backups. */
@HtmlPages()
@NeedsLevel('SYSTEM_ADMIN')
@Controller('admin')
export class SystemPagesController {
  constructor(
    private readonly system: SystemInfoService,
    private readonly backups: BackupService,
    private readonly models: PageModels,
  ) {}

  @Get('system')
  async information(): Promise<WikiPage> {
    const info = await this.system.read();
    const facts = [
      ['Version', info.version],
      ['Base URL', info.baseUrl],
      ['Database', `${info.database.name} ${info.database.version}`],
      ['Node.js', info.nodeVersion],
      ['HTTP platform', info.platform === 'express' ? 'Express' : 'Fastify'],
      ['Running since', exactly(info.startedAt)],
      ['Memory in use', sizeInWords(info.memoryBytes)],
      ['People', info.people.toString()],
      ['Pages', info.pages.toString()],
    ] as const;
    return {
      title: 'System information',
      frame: { kind: 'admin', current: 'system' },
      content: <SystemPage facts={facts} />,
    };
  }

  @Get('backup')
  async backup(@Query('start') start: unknown, @Query('started') started: unknown): Promise<WikiPage> {
    const pager = await this.backups.list({ start: startOf(start), limit: 50 });
    const name = await this.models.names(pager.results.map(({ requestedBy }) => requestedBy));
    const jobs = pager.results.map((job) => ({ ...job, id: job.id.toString(), requestedBy: name(job.requestedBy) }));
    const isStarted = started === '1' && jobs.some(({ state }) => state === 'QUEUED' || state === 'PROCESSING');
    return {
      title: 'Backup',
      frame: { kind: 'admin', current: 'backup' },
      content: <BackupPage jobs={jobs} pager={pager} isStarted={isStarted} />,
    };
  }

  @Post('backup')
  async backUp(@SignedIn() user: SignedInUser): Promise<SeeOther> {
    await this.backups.start(user);
    return new SeeOther('/admin/backup?started=1');
  }
}
