import { BadRequestException, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { DataSource } from 'typeorm';
import { type Listing, type Slice } from '../database/listing.js';
import { beginningOf } from '../text/legal-text.js';
import { Content } from './content.entity.js';
import { ContentService } from './content.service.js';
import { cleaned } from './storage-format.js';

/** What a new comment needs. */
export interface NewComment {
  /** The page it is on. */
  readonly containerId: number;
  /** Storage format; cleaned of script. */
  readonly body: string;
  /** The comment it answers. */
  readonly parentId?: number | null;
}

/** What people say under pages. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly database: DataSource,
    private readonly contents: ContentService,
    private readonly clock: Clock,
  ) {}

  /** The comments on a page, oldest first. */
  async of(pageId: number, slice: Slice): Promise<Listing<Content>> {
    return this.contents.slice({ containerId: pageId, type: 'comment', status: 'current' }, slice);
  }

  /**
   * Puts a comment on a page.
   * @throws NotFoundException for an unknown page.
   * @throws BadRequestException when it answers a comment of another page.
   */
  async create(comment: NewComment, authorId: string): Promise<Content> {
    return this.database.transaction(async (manager) => {
      const page = await this.contents.pageById(comment.containerId, manager);
      const parent = comment.parentId ? await this.contents.byId(comment.parentId, manager) : null;
      if (parent && parent.containerId !== page.id)
        throw new BadRequestException('A comment answers a comment of the same page.');
      const now = this.clock.now();
      const content = Object.assign(new Content(), {
        type: 'comment',
        spaceId: page.spaceId,
        containerId: page.id,
        parentId: parent?.id ?? null,
        title: beginningOf(`Re: ${page.title}`, 255),
        titleKey: null,
        status: 'current',
        version: 1,
        createdBy: authorId,
        createdAt: now,
        updatedAt: now,
      });
      await manager.insert(Content, content);
      await this.contents.insertVersion(content, cleaned(comment.body), authorId, undefined, manager);
      return content;
    });
  }
}
