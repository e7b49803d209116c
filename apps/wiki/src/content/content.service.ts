import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource, type EntityManager, In, type FindOptionsWhere } from 'typeorm';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { ContentVersion } from './content-version.entity.js';
import { Content, type ContentType } from './content.entity.js';
import { cleaned, textOf } from './storage-format.js';

/** What a new page needs. `body` is storage format and is cleaned of script. */
export interface NewPage {
  readonly spaceKey: string;
  /** 1 to 255 characters, once in its space. */
  readonly title: string;
  readonly body: string;
  /** The page above; none puts it at the top of the space. */
  readonly parentId?: number | null;
  readonly message?: string;
}

/** A change of a page or comment; what is left out stays as it is. */
export interface ContentChange {
  /** One more than the version it was made from. */
  readonly version: number;
  readonly title?: string;
  readonly body?: string;
  readonly parentId?: number | null;
  readonly message?: string;
}

/** Which content a list holds; what is left out is not asked for. */
export interface ContentQuery {
  readonly type?: ContentType;
  readonly spaceKey?: string;
  readonly title?: string;
}

/** Pages and comments: their life and their order. What they say stands in `ContentVersionsService`. */
@Injectable()
export class ContentService {
  constructor(
    private readonly database: DataSource,
    private readonly spaces: SpacesService,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFoundException when there is none, or it is in the trash. */
  async byId(id: number, manager: EntityManager = this.database.manager): Promise<Content> {
    const content = await manager.findOneBy(Content, { id, status: 'current' });
    if (!content) throw new NotFoundException(`There is no content with the id ${id.toString()}.`);
    return content;
  }

  /** @throws NotFoundException when there is none, or it is no page. */
  async pageById(id: number, manager: EntityManager = this.database.manager): Promise<Content> {
    const content = await this.byId(id, manager);
    if (content.type !== 'page') throw new NotFoundException(`There is no page with the id ${id.toString()}.`);
    return content;
  }

  /** What matches, oldest first. An unknown space key throws NotFoundException. */
  async find(query: ContentQuery, slice: Slice): Promise<Listing<Content>> {
    const where: FindOptionsWhere<Content> = { status: 'current', type: query.type ?? 'page' };
    if (query.spaceKey !== undefined) where.spaceId = (await this.spaces.byKey(query.spaceKey)).id;
    if (query.title !== undefined) where.titleKey = query.title.toLowerCase();
    return this.slice(where, slice);
  }

  /** The pages of all spaces that were written last, newest first. */
  async recentlyChanged(limit: number): Promise<readonly Content[]> {
    return this.database.manager.find(Content, {
      where: { type: 'page', status: 'current' },
      order: { updatedAt: 'DESC', id: 'DESC' },
      take: limit,
    });
  }

  /** Every page of a space by title, at most 2000, for a tree; each names its parent. */
  async pagesOf(spaceId: number): Promise<readonly Content[]> {
    return this.database.manager.find(Content, {
      where: { spaceId, type: 'page', status: 'current' },
      order: { titleKey: 'ASC' },
      take: 2000,
    });
  }

  /** The pages right below a page. */
  async childPages(parentId: number, slice: Slice): Promise<Listing<Content>> {
    return this.slice({ parentId, type: 'page', status: 'current' }, slice);
  }

  /** The pages above a page, the topmost first. */
  async ancestors(content: Content): Promise<readonly Content[]> {
    return content.type === 'page' ? this.lineOf(content.parentId, this.database.manager) : [];
  }

  /** How many pages there are. */
  async countPages(): Promise<number> {
    return this.database.manager.countBy(Content, { type: 'page', status: 'current' });
  }

  /**
   * Makes a page.
   * @throws NotFoundException for an unknown space or parent.
   * @throws ConflictException when the space has a page of this title.
   */
  async createPage(page: NewPage, authorId: string): Promise<Content> {
    return this.database.transaction((manager) => this.insertPage(page, authorId, manager));
  }

  /** The same inside a transaction of the caller's. */
  async insertPage(page: NewPage, authorId: string, manager: EntityManager): Promise<Content> {
    const space = await this.spaces.byKey(page.spaceKey, manager);
    if (page.parentId) await this.parentIn(space.id, page.parentId, manager);
    const now = this.clock.now();
    const content = Object.assign(new Content(), {
      type: 'page',
      spaceId: space.id,
      containerId: null,
      parentId: page.parentId ?? null,
      title: page.title,
      titleKey: page.title.toLowerCase(),
      status: 'current',
      version: 1,
      createdBy: authorId,
      createdAt: now,
      updatedAt: now,
    });
    await this.refuseTakenTitle(content, manager);
    await manager.insert(Content, content);
    await this.insertVersion(content, cleaned(page.body), authorId, page.message, manager);
    return content;
  }

  /**
   * Writes a new version, if nobody else did since the caller read the last one.
   * @throws NotFoundException
   * @throws ConflictException when somebody did, or when the title is taken.
   */
  async update(id: number, change: ContentChange, authorId: string): Promise<Content> {
    return this.database.transaction(async (manager) => {
      const old = await this.byId(id, manager);
      const next = Object.assign(new Content(), old, { version: change.version, updatedAt: this.clock.now() });
      if (old.type === 'page' && change.title !== undefined)
        Object.assign(next, { title: change.title, titleKey: change.title.toLowerCase() });
      if (old.type === 'page' && change.parentId !== undefined)
        next.parentId = await this.newParent(old, change.parentId, manager);
      if (next.titleKey !== old.titleKey) await this.refuseTakenTitle(next, manager);
      const { title, titleKey, parentId, version, updatedAt } = next;
      const { affected } = await manager.update(
        Content,
        { id, version: change.version - 1, status: 'current' },
        { title, titleKey, parentId, version, updatedAt },
      );
      if (affected !== 1) {
        const current = `Current version is: ${old.version.toString()}`;
        throw new ConflictException(`Version must be incremented on update. ${current}`);
      }
      const body = change.body === undefined ? await this.bodyOf(old, manager) : cleaned(change.body);
      await this.insertVersion(next, body, authorId, change.message, manager);
      return next;
    });
  }

  /** Puts content into the trash: a page with its comments, while the pages below move up. @throws NotFoundException */
  async remove(id: number): Promise<void> {
    await this.database.transaction(async (manager) => {
      const content = await this.byId(id, manager);
      const trashed = { status: 'trashed' as const, titleKey: null };
      await manager.update(Content, { id }, trashed);
      await manager.update(Content, { containerId: id }, trashed);
      await manager.update(Content, { parentId: id, status: 'current' }, { parentId: content.parentId });
    });
  }

  /** Writes the version that `content` says it has. */
  async insertVersion(
    content: Content,
    body: string,
    authorId: string,
    message: string | undefined,
    manager: EntityManager,
  ) {
    await manager.insert(ContentVersion, {
      contentId: content.id,
      number: content.version,
      title: content.title,
      body,
      text: textOf(body).toLowerCase(),
      authorId,
      createdAt: content.updatedAt,
      message: message ?? '',
    });
  }

  /** Content that matches, oldest first. */
  async slice(where: FindOptionsWhere<Content>, slice: Slice): Promise<Listing<Content>> {
    const rows = await this.database.manager.find(Content, {
      where,
      order: { id: 'ASC' },
      skip: slice.start,
      take: slice.limit + 1,
    });
    return listingOf(rows, slice);
  }

  /** Several pieces of content at once, keyed by id. */
  async byIds(ids: Iterable<number>): Promise<ReadonlyMap<number, Content>> {
    const found = await this.database.manager.findBy(Content, { id: In([...new Set(ids)]), status: 'current' });
    return new Map(found.map((content) => [content.id, content]));
  }

  private async bodyOf(content: Content, manager: EntityManager): Promise<string> {
    const version = await manager.findOneByOrFail(ContentVersion, { contentId: content.id, number: content.version });
    return version.body;
  }

  private async parentIn(spaceId: number, parentId: number, manager: EntityManager): Promise<Content> {
    const parent = await this.pageById(parentId, manager);
    if (parent.spaceId !== spaceId) throw new NotFoundException(`The page ${parentId.toString()} is in another space.`);
    return parent;
  }

  private async newParent(page: Content, parentId: number | null, manager: EntityManager): Promise<number | null> {
    if (parentId === null) return null;
    await this.parentIn(page.spaceId, parentId, manager);
    const line = await this.lineOf(parentId, manager);
    if (line.some(({ id }) => id === page.id)) throw new ConflictException('A page cannot be below itself.');
    return parentId;
  }

  /** A page and the pages above it, the topmost first; ends at a page that is gone. */
  private async lineOf(id: number | null, manager: EntityManager): Promise<readonly Content[]> {
    const line: Content[] = [];
    for (let next = id; next !== null && line.every((page) => page.id !== next); next = line[0]?.parentId ?? null) {
      const page = await manager.findOneBy(Content, { id: next, type: 'page', status: 'current' });
      if (!page) break;
      line.unshift(page);
    }
    return line;
  }

  private async refuseTakenTitle({ id, spaceId, titleKey, title }: Content, manager: EntityManager): Promise<void> {
    if (titleKey === null) return;
    const taken = await manager.findOneBy(Content, { spaceId, titleKey });
    if (taken && taken.id !== id)
      throw new ConflictException(`A page with the title “${title}” exists in this space already.`);
  }
}
