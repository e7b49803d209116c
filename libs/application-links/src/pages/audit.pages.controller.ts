import { Get, Inject, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Languages, Pages } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { AuditExport } from '../audit/audit-export.service.js';
import { paths } from '../paths.js';
import { say } from '../words/link-words.js';
import { AuditModels } from './audit-models.service.js';
import { AuditPage } from './audit.page.js';
import { protectDownload } from './download-headers.js';

/** The audit trail, to read and to take along. */
@AdministratorPages(`${paths.pages}/audit`)
export class AuditPagesController {
  constructor(
    @Inject(AuditModels) private readonly models: AuditModels,
    @Inject(AuditExport) private readonly exports: AuditExport,
    @Inject(Languages) private readonly languages: Languages,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() query: unknown,
  ): Promise<string> {
    const model = await this.models.of(query, await this.languages.readerOf(request));
    return this.pages.render(request, response, {
      title: say('audit.title'),
      body: h(AuditPage, model),
      status: model.named ? 200 : 400,
      place: paths.pages,
    });
  }

  @Get('export')
  async export(
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
