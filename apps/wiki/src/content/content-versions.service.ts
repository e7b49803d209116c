import { Injectable, NotFoundException } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ContentVersion } from './content-version.entity.js';
import { type Content } from './content.entity.js';

/** What pages and comments say, now and before. */
@Injectable()
export class ContentVersionsService {
  constructor(private readonly database: DataSource) {}

  /** The newest version of a piece of content. */
  async current(content: Content): Promise<ContentVersion> {
    return this.at(content.id, content.version);
  }

  /** The newest versions of several pieces, keyed by content id. */
  async currentOf(contents: readonly Content[]): Promise<ReadonlyMap<number, ContentVersion>> {
    const numberOf = new Map(contents.map(({ id, version }) => [id, version]));
    const versions = await this.database.manager.findBy(ContentVersion, {
      contentId: In([...numberOf.keys()]),
      number: In([...new Set(numberOf.values())]),
    });
    const current = versions.filter(({ contentId, number }) => numberOf.get(contentId) === number);
    return new Map(current.map((version) => [version.contentId, version]));
  }

  /** @throws NotFoundException */
  async at(contentId: number, number: number): Promise<ContentVersion> {
    const version = await this.database.manager.findOneBy(ContentVersion, { contentId, number });
    if (!version) throw new NotFoundException(`There is no version ${number.toString()} of this content.`);
    return version;
  }

  /** Every version without what it said, newest first. */
  async history(contentId: number): Promise<readonly Omit<ContentVersion, 'body'>[]> {
    return this.database.manager.find(ContentVersion, {
      select: { contentId: true, number: true, title: true, authorId: true, createdAt: true, message: true },
      where: { contentId },
      order: { number: 'DESC' },
    });
  }
}
