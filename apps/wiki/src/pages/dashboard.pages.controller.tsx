import { Controller, Get } from '@nestjs/common';
import { ContentService } from '../content/content.service.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { CreatePage } from './create.page.js';
import { DashboardPage } from './dashboard.page.js';
import { PageModels } from './page-models.service.js';

/** Where people begin. */
@HtmlPages()
@Controller()
export class DashboardPagesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly contents: ContentService,
    private readonly models: PageModels,
  ) {}

  @Get()
  async dashboard(@SignedIn() user: SignedInUser): Promise<WikiPage> {
    const { results, hasMore } = await this.spaces.list({ start: 0, limit: 12 });
    const recent = await this.models.recent(await this.contents.recentlyChanged(10));
    const greeting = `Hello, ${user.displayName}`;
    return {
      title: 'Start',
      frame: { kind: 'plain', current: 'home' },
      content: <DashboardPage greeting={greeting} spaces={results} moreSpaces={hasMore} recent={recent} />,
    };
  }

  @NeedsLevel('WRITE')
  @Get('create')
  async create(): Promise<WikiPage> {
    const { results } = await this.spaces.list({ start: 0, limit: 200 });
    return { title: 'Create', frame: { kind: 'plain' }, content: <CreatePage spaces={results} /> };
  }
}
