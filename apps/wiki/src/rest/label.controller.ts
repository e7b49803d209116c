import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ContentService } from '../content/content.service.js';
import { LabelsService } from '../content/labels.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { checked } from './checked.js';
import { LabelBody } from './label.request.js';
import { IdPipe } from './id.pipe.js';
import { LabelsPipe } from './labels.pipe.js';
import { Links } from './links.js';

/** The labels of pages and comments. */
@Controller('rest/api/content/:id/label')
export class LabelController {
  constructor(
    private readonly contents: ContentService,
    private readonly labels: LabelsService,
    private readonly links: Links,
  ) {}

  @Get()
  async list(@Param('id', IdPipe) id: number) {
    await this.contents.byId(id);
    const labels = await this.labels.of(id);
    const results = labels.map((label) => ({ prefix: 'global', name: label.name, id: label.id.toString() }));
    const listing = { results, start: 0, limit: 200, hasMore: false };
    return this.links.list(listing, `/rest/api/content/${id.toString()}/label`);
  }

  @Post()
  @HttpCode(200)
  @NeedsLevel('WRITE')
  async add(@Param('id', IdPipe) id: number, @Body(LabelsPipe) labels: readonly LabelBody[]) {
    await this.labels.add(
      id,
      labels.map(({ name }) => name),
    );
    return this.list(id);
  }

  /** The way for names that hold what a path cannot. */
  @Delete()
  @HttpCode(204)
  @NeedsLevel('WRITE')
  async removeNamed(@Param('id', IdPipe) id: number, @Query(checked) { name }: LabelBody) {
    await this.labels.remove(id, name);
  }

  @Delete(':name')
  @HttpCode(204)
  @NeedsLevel('WRITE')
  async remove(@Param('id', IdPipe) id: number, @Param('name', NamePipe) name: string) {
    await this.labels.remove(id, name);
  }
}
