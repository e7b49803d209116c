import { BadRequestException, Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { CommentsService } from '../content/comments.service.js';
import { type Content } from '../content/content.entity.js';
import { ContentService } from '../content/content.service.js';
import { type Listing } from '../database/listing.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { NeedsLevel } from '../sessions/needs-level.decorator.js';
import { SignedIn } from '../sessions/signed-in.decorator.js';
import { checked } from './checked.js';
import { ContentPresenter } from './content.presenter.js';
import { ContentChangeBody } from './content-change.request.js';
import { ContentListQuery } from './content-list.query.js';
import { ExpandQuery } from './expand.query.js';
import { NewContentBody } from './new-content.request.js';
import { IdPipe } from './id.pipe.js';
import { Links } from './links.js';

const afterWriting = new Set(['body.storage', 'version', 'space', 'history', 'container', 'ancestors']);

/** Pages and comments. */
@Controller('rest/api/content')
export class ContentController {
  constructor(
    private readonly contents: ContentService,
    private readonly comments: CommentsService,
    private readonly presenter: ContentPresenter,
    private readonly links: Links,
  ) {}

  @Get()
  async list(@Query(checked) query: ContentListQuery) {
    const { type, spaceKey, title } = query;
    const listing = await this.contents.find({ type, spaceKey, title }, query.slice());
    return this.answer(listing, query, '/rest/api/content', { type, spaceKey, title });
  }

  @Get(':id')
  async one(@Param('id', IdPipe) id: number, @Query(checked) query: ExpandQuery) {
    return this.presenter.one(await this.contents.byId(id), query.expansions());
  }

  @Get(':id/child/page')
  async childPages(@Param('id', IdPipe) id: number, @Query(checked) query: ExpandQuery) {
    await this.contents.byId(id);
    const listing = await this.contents.childPages(id, query.slice());
    return this.answer(listing, query, `/rest/api/content/${id.toString()}/child/page`);
  }

  @Get(':id/child/comment')
  async childComments(@Param('id', IdPipe) id: number, @Query(checked) query: ExpandQuery) {
    await this.contents.byId(id);
    const listing = await this.comments.of(id, query.slice());
    return this.answer(listing, query, `/rest/api/content/${id.toString()}/child/comment`);
  }

  @Post()
  @HttpCode(200)
  @NeedsLevel('WRITE')
  async create(@Body(checked) body: NewContentBody, @SignedIn() user: SignedInUser) {
    const content = body.type === 'page' ? await this.createPage(body, user) : await this.createComment(body, user);
    return this.presenter.one(content, afterWriting);
  }

  @Put(':id')
  @NeedsLevel('WRITE')
  async update(
    @Param('id', IdPipe) id: number,
    @Body(checked) body: ContentChangeBody,
    @SignedIn() user: SignedInUser,
  ) {
    const change = {
      version: body.version.number,
      message: body.version.message,
      title: body.title,
      body: body.body?.storage.value,
      parentId: body.ancestors ? lastOf(body.ancestors) : undefined,
    };
    return this.presenter.one(await this.contents.update(id, change, user.id), afterWriting);
  }

  @Delete(':id')
  @HttpCode(204)
  @NeedsLevel('WRITE')
  async remove(@Param('id', IdPipe) id: number) {
    await this.contents.remove(id);
  }

  private async createPage(body: NewContentBody, user: SignedInUser): Promise<Content> {
    if (body.title === undefined) throw new BadRequestException('title is missing.');
    if (!body.space) throw new BadRequestException('space.key is missing.');
    const page = {
      spaceKey: body.space.key,
      title: body.title,
      body: body.body?.storage.value ?? '',
      parentId: lastOf(body.ancestors),
      message: body.version?.message,
    };
    return this.contents.createPage(page, user.id);
  }

  private async createComment(body: NewContentBody, user: SignedInUser): Promise<Content> {
    if (!body.container) throw new BadRequestException('container.id is missing.');
    if (!body.body?.storage.value) throw new BadRequestException('body.storage.value is missing.');
    const containerId = Number(body.container.id);
    return this.comments.create(
      { containerId, body: body.body.storage.value, parentId: lastOf(body.ancestors) },
      user.id,
    );
  }

  private async answer(
    listing: Listing<Content>,
    query: ExpandQuery,
    path: string,
    asked: Readonly<Record<string, string | undefined>> = {},
  ) {
    const results = await this.presenter.many(listing.results, query.expansions());
    const expand = [...query.expansions()].join(',') || undefined;
    return this.links.list({ ...listing, results }, path, { ...asked, expand });
  }
}

const lastOf = (references: readonly { readonly id: string }[] | undefined): number | null => {
  const last = references?.at(-1);
  return last ? Number(last.id) : null;
};
