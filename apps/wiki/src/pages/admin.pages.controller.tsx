import { Controller, Get, Query } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { AdminOverviewPage } from './admin-overview.page.js';
import { AuditPage } from './audit.page.js';
import { PageModels } from './page-models.service.js';
import { startOf } from './pager.js';

/** General Configuration and the audit log. */
@HtmlPages()
@NeedsLevel('ADMIN')
@Controller('admin')
export class AdminPagesController {
  constructor(
    private readonly audit: AuditService,
    private readonly models: PageModels,
  ) {}

  @Get()
  overview(): WikiPage {
    return {
      title: 'General Configuration',
      frame: { kind: 'admin', current: 'overview' },
      content: <AdminOverviewPage />,
    };
  }

  @Get('audit')
  async auditLog(@Query('start') start: unknown): Promise<WikiPage> {
    const pager = await this.audit.list({ start: startOf(start), limit: 50 });
    const name = await this.models.names(pager.results.flatMap(({ actorId }) => actorId ?? []));
    const lines = pager.results.map((record) => ({
      ...record,
      id: record.id.toString(),
      actor: record.actorId === null ? undefined : name(record.actorId),
    }));
    return {
      title: 'Audit log',
      frame: { kind: 'admin', current: 'audit' },
      content: <AuditPage lines={lines} pager={pager} />,
    };
  }
}
