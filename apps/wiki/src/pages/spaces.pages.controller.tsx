import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ContentService } from '../content/content.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formLine } from './form-text.js';
import { NewSpacePage, type SpaceDraft } from './new-space.page.js';
import { PageModels } from './page-models.service.js';
import { startOf } from './pager.js';
import { SpacePage } from './space.page.js';
import { SpacesPage } from './spaces.page.js';

/** The spaces: all of them, one of them, a new one. */
@HtmlPages()
@Controller('spaces')
export class SpacesPagesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly contents: ContentService,
    private readonly models: PageModels,
  ) {}

  @Get()
  async all(@Query('start') start: unknown): Promise<WikiPage> {
    const pager = await this.spaces.list({ start: startOf(start), limit: 60 });
    const content = <SpacesPage spaces={pager.results} pager={pager} />;
    return { title: 'Spaces', frame: { kind: 'plain', current: 'spaces' }, content };
  }

  @NeedsLevel('WRITE')
  @Get('new')
  form(): WikiPage {
    return newSpace({ name: '', key: '', description: '' });
  }

  @NeedsLevel('WRITE')
  @Post('new')
  async create(@Body() body: unknown, @SignedIn() user: SignedInUser): Promise<WikiPage | SeeOther> {
    const draft = {
      name: formLine(body, 'name'),
      key: formLine(body, 'key').toUpperCase(),
      description: formLine(body, 'description'),
    };
    const fault = faultIn(draft) ?? (await attempt(() => this.spaces.create(draft, user)));
    return fault ? newSpace(draft, fault) : new SeeOther(`/spaces/${draft.key}`);
  }

  @Get(':key')
  async one(@Param('key', NamePipe) key: string): Promise<WikiPage> {
    const space = await this.spaces.byKey(key);
    const pages = (await this.contents.pagesOf(space.id)).toSorted((one, other) => other.updatedAt - one.updatedAt);
    const recent = await this.models.recent(pages.slice(0, 15));
    const createdBy = (await this.models.names([space.createdBy]))(space.createdBy);
    return {
      title: space.name,
      frame: await this.models.frameOf(space),
      content: <SpacePage space={space} createdBy={createdBy} createdAt={space.createdAt} recent={recent} />,
    };
  }
}

function faultIn({ name, key }: SpaceDraft): Fault | null {
  if (name === '' || name.length > 200) return invalid('Give the space a name of 1 to 200 characters.');
  if (!/^[A-Z0-9]{1,64}$/.test(key)) return invalid('The key takes 1 to 64 letters from A to Z and digits.');
  return null;
}

const newSpace = (draft: SpaceDraft, fault?: Fault): WikiPage => ({
  title: 'Create a space',
  frame: { kind: 'plain', current: 'spaces' },
  status: fault?.status ?? 200,
  content: <NewSpacePage draft={draft} fault={fault?.message} />,
});
