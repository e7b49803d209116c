import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { ContentLabel } from './content-label.entity.js';
import { ContentService } from './content.service.js';

/** The words that people tie to pages. */
@Injectable()
export class LabelsService {
  constructor(
    private readonly database: DataSource,
    private readonly contents: ContentService,
  ) {}

  /** The labels of a piece of content, by name. */
  async of(contentId: number): Promise<readonly ContentLabel[]> {
    return this.database.manager.find(ContentLabel, { where: { contentId }, order: { name: 'ASC' } });
  }

  /** Adds labels that are not there yet; upper case becomes lower case. @throws NotFoundException */
  async add(contentId: number, names: readonly string[]): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.contents.byId(contentId, manager);
      const wanted = [...new Set(names.map((name) => name.toLowerCase()))];
      const there = await manager.findBy(ContentLabel, { contentId, name: In(wanted) });
      const missing = wanted.filter((name) => there.every((label) => label.name !== name));
      await manager.insert(
        ContentLabel,
        missing.map((name) => ({ contentId, name })),
      );
    });
  }

  /** Takes a label away, if it is there. @throws NotFoundException for unknown content. */
  async remove(contentId: number, name: string): Promise<void> {
    await this.contents.byId(contentId);
    await this.database.manager.delete(ContentLabel, { contentId, name: name.toLowerCase() });
  }
}
