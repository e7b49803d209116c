import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { CommentsService } from '../content/comments.service.js';
import { type Content } from '../content/content.entity.js';
import { ContentService } from '../content/content.service.js';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { viewOf } from '../content/storage-format.js';
import { type WikiPage } from '../layout/document.js';
import { HtmlPages } from '../layout/html-pages.decorator.js';
import { SeeOther } from '../layout/see-other.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { storageOfText } from './comment-text.js';
import { type CommentModel } from './comments.js';
import { contentId } from './content-id.js';
import { ContentPage } from './content.page.js';
import { attempt, type Fault, invalid } from './fault.js';
import { formText } from './form-text.js';
import { PageModels } from './page-models.service.js';

/** Reading a page and talking about it. */
@HtmlPages()
@Controller('pages')
export class ContentPagesController {
  constructor(
    private readonly contents: ContentService,
    private readonly versions: ContentVersionsService,
    private readonly comments: CommentsService,
    private readonly models: PageModels,
  ) {}

  @Get(':id')
  async read(@Param('id') id: string): Promise<WikiPage> {
    return this.page(await this.contents.pageById(contentId(id)));
  }

  @NeedsLevel('WRITE')
  @Post(':id/comments')
  async comment(
    @Param('id') id: string,
    @Body() body: unknown,
    @SignedIn() user: SignedInUser,
  ): Promise<WikiPage | SeeOther> {
    const page = await this.contents.pageById(contentId(id));
    const text = formText(body, 'comment');
    const comment = { containerId: page.id, body: storageOfText(text) };
    const fault = comment.body
      ? await attempt(() => this.comments.create(comment, user.id))
      : invalid('A comment needs some words.');
    return fault ? this.page(page, { text, fault }) : new SeeOther(`/pages/${id}#comments`);
  }

  private async page(content: Content, unsaved?: { text: string; fault: Fault }): Promise<WikiPage> {
    const space = await this.models.spaceOf(content);
    const version = await this.versions.current(content);
    const author = (await this.models.names([version.authorId]))(version.authorId);
    const model = {
      id: content.id.toString(),
      title: content.title,
      body: viewOf(version.body),
      version: content.version,
      author,
      updatedAt: content.updatedAt,
      trail: await this.models.trailOf(space, content),
      comments: await this.commentsOn(content),
      unsavedComment: unsaved && { text: unsaved.text, fault: unsaved.fault.message },
    };
    return {
      title: content.title,
      frame: await this.models.frameOf(space, content),
      status: unsaved?.fault.status ?? 200,
      content: <ContentPage {...model} />,
    };
  }

  private async commentsOn(page: Content): Promise<readonly CommentModel[]> {
    const { results } = await this.comments.of(page.id, { start: 0, limit: 1000 });
    const bodies = await this.versions.currentOf(results);
    const name = await this.models.names(results.map(({ createdBy }) => createdBy));
    return results.map(({ id, createdBy, createdAt }) => ({
      id: id.toString(),
      author: name(createdBy),
      createdAt,
      body: viewOf(bodies.get(id)?.body ?? ''),
    }));
  }
}
