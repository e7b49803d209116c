import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { type Content } from '../content/content.entity.js';
import { ContentService } from '../content/content.service.js';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { NamePipe } from '../http/name.pipe.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { beginningOf } from '../text/legal-text.js';
import { type NewerVersion } from './conflict.js';
import { contentId } from './content-id.js';
import { EditPage } from './edit.page.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formLine, formText } from './form-text.js';
import { NewPagePage } from './new-page.page.js';
import { type PageDraft } from './page-form.js';
import { PageModels } from './page-models.service.js';

const empty: PageDraft = { title: '', body: '', message: '' };

/** Writing: a new page, and the next version of one. What somebody typed is kept whatever happens. */
@HtmlPages()
@NeedsLevel('WRITE')
@Controller()
export class EditorPagesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly contents: ContentService,
    private readonly versions: ContentVersionsService,
    private readonly models: PageModels,
  ) {}

  @Get('spaces/:key/pages/new')
  async begin(@Param('key', NamePipe) key: string, @Query('parent') parent: unknown): Promise<WikiPage> {
    return this.newPage(key, typeof parent === 'string' ? parent : '', empty);
  }

  @Post('spaces/:key/pages/new')
  async create(
    @Param('key', NamePipe) key: string,
    @Body() body: unknown,
    @SignedIn() user: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const draft = draftOf(body);
    const parent = formText(body, 'parent');
    let created: Content | undefined;
    const fault =
      faultIn(draft) ??
      (await attempt(async () => {
        const parentId = parent ? contentId(parent) : null;
        created = await this.contents.createPage({ ...draft, spaceKey: key, parentId }, user.id);
      }));
    return created ? new SeeOther(`/pages/${created.id.toString()}`) : this.newPage(key, parent, draft, fault);
  }

  @Get('pages/:id/edit')
  async edit(@Param('id') id: string): Promise<WikiPage> {
    const page = await this.contents.pageById(contentId(id));
    const { title, body } = await this.versions.current(page);
    return this.editor(page, { title, body, message: '' }, page.version);
  }

  @Post('pages/:id/edit')
  async save(
    @Param('id') id: string,
    @Body() body: unknown,
    @SignedIn() user: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const draft = draftOf(body);
    const base = Number(/^\d{1,9}$/.exec(formText(body, 'version'))?.[0] ?? 0);
    const page = contentId(id);
    const fault =
      faultIn(draft) ?? (await attempt(() => this.contents.update(page, { ...draft, version: base + 1 }, user.id)));
    if (!fault) return new SeeOther(`/pages/${id}`);
    const content = await this.contents.pageById(page);
    return content.version === base
      ? this.editor(content, draft, base, fault)
      : this.editor(content, draft, content.version, { status: 409, message: '' }, await this.newer(content));
  }

  private async newer(content: Content): Promise<NewerVersion> {
    const version = await this.versions.current(content);
    const author = (await this.models.names([version.authorId]))(version.authorId);
    return { ...version, author, savedAt: version.createdAt };
  }

  private async editor(
    page: Content,
    draft: PageDraft,
    version: number,
    fault?: Fault,
    newer?: NewerVersion,
  ): Promise<WikiPage> {
    const space = await this.models.spaceOf(page);
    const trail = await this.models.trailOf(space, page, true);
    const model = { id: page.id.toString(), trail, draft, version, fault: fault?.message, newer };
    return {
      title: `Edit ${page.title}`,
      frame: await this.models.frameOf(space, page),
      status: fault?.status ?? 200,
      content: <EditPage {...model} />,
    };
  }

  private async newPage(key: string, parent: string, draft: PageDraft, fault?: Fault | null): Promise<WikiPage> {
    const space = await this.spaces.byKey(key);
    const above = parent ? await this.parentIn(space.id, parent) : null;
    const trail = await this.models.trailOf(space, above, true);
    const content = <NewPagePage trail={trail} parent={above?.id.toString()} draft={draft} fault={fault?.message} />;
    const frame = await this.models.frameOf(space, above ?? undefined);
    return { title: 'Create a page', frame, status: fault?.status ?? 200, content };
  }

  private async parentIn(spaceId: number, id: string): Promise<Content | null> {
    const parents = await this.contents.byIds([contentId(id)]);
    return [...parents.values()].find((page) => page.type === 'page' && page.spaceId === spaceId) ?? null;
  }
}

const draftOf = (body: unknown): PageDraft => ({
  title: formLine(body, 'title'),
  body: formText(body, 'body').replaceAll('\r\n', '\n'),
  message: beginningOf(formLine(body, 'message'), 255),
});

const faultIn = ({ title }: PageDraft): Fault | null =>
  title === '' || title.length > 255 ? invalid('Give the page a title of 1 to 255 characters.') : null;
