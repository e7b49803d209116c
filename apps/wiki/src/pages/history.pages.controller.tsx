import { Controller, Get, Param, Post } from '@nestjs/common';
import { ContentService } from '../content/content.service.js';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { viewOf } from '../content/storage-format.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { contentId } from './content-id.js';
import { DeletePagePage } from './delete-page.page.js';
import { HistoryPage } from './history.page.js';
import { PageModels } from './page-models.service.js';
import { VersionPage } from './version.page.js';

/** What a page was, and its end. */
@HtmlPages()
@Controller('pages/:id')
export class HistoryPagesController {
  constructor(
    private readonly contents: ContentService,
    private readonly versions: ContentVersionsService,
    private readonly models: PageModels,
  ) {}

  @Get('history')
  async history(@Param('id') id: string): Promise<WikiPage> {
    const page = await this.contents.pageById(contentId(id));
    const space = await this.models.spaceOf(page);
    const versions = await this.versions.history(page.id);
    const name = await this.models.names(versions.map(({ authorId }) => authorId));
    const trail = await this.models.trailOf(space, page, true);
    const lines = versions.map((version) => ({ ...version, author: name(version.authorId) }));
    return {
      title: `History of ${page.title}`,
      frame: await this.models.frameOf(space, page),
      content: <HistoryPage id={page.id.toString()} title={page.title} trail={trail} versions={lines} />,
    };
  }

  @Get('versions/:number')
  async version(@Param('id') id: string, @Param('number') number: string): Promise<WikiPage> {
    const page = await this.contents.pageById(contentId(id));
    const version = await this.versions.at(page.id, contentId(number));
    const space = await this.models.spaceOf(page);
    const model = {
      ...version,
      id: page.id.toString(),
      body: viewOf(version.body),
      author: (await this.models.names([version.authorId]))(version.authorId),
      trail: await this.models.trailOf(space, page, true),
    };
    return {
      title: `${version.title}, version ${version.number.toString()}`,
      frame: await this.models.frameOf(space, page),
      content: <VersionPage {...model} />,
    };
  }

  @NeedsLevel('WRITE')
  @Get('delete')
  async mayBeDeleted(@Param('id') id: string): Promise<WikiPage> {
    const page = await this.contents.pageById(contentId(id));
    const space = await this.models.spaceOf(page);
    const trail = await this.models.trailOf(space, page, true);
    return {
      title: `Delete ${page.title}`,
      frame: await this.models.frameOf(space, page),
      content: <DeletePagePage id={page.id.toString()} title={page.title} trail={trail} />,
    };
  }

  @NeedsLevel('WRITE')
  @Post('delete')
  async delete(@Param('id') id: string): Promise<SeeOther> {
    const page = await this.contents.pageById(contentId(id));
    const space = await this.models.spaceOf(page);
    await this.contents.remove(page.id);
    return new SeeOther(`/spaces/${space.key}`);
  }
}
