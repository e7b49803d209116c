import { Controller, Get, Inject, Query, Req, Res, type StreamableFile, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { type HttpRequest, type HttpResponse, Languages } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { AuditExport } from '../audit/audit-export.service.js';
import { protectDownload } from '../pages/download-headers.js';
import { paths } from '../paths.js';

/** The audit trail as a file, for scripts. */
@Controller(`${paths.rest}/events/export`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class EventExportController {
  constructor(
    @Inject(AuditExport) private readonly exports: AuditExport,
    @Inject(Languages) private readonly languages: Languages,
  ) {}

  @Get()
  async file(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() given: unknown,
  ): Promise<StreamableFile> {
    const reader = await this.languages.readerOf(request);
    const file = await this.exports.file(administratorOf(request), given, reader);
    protectDownload(response);
    return file;
  }
}
