import { Injectable } from '@nestjs/common';
import { DataSource, type SelectQueryBuilder } from 'typeorm';
import { ContentVersion } from '../content/content-version.entity.js';
import { Content } from '../content/content.entity.js';
import { type Listing, listingOf, type Slice } from '../database/listing.js';
import { Space } from '../spaces/space.entity.js';
import { parseCql } from './cql.js';
import { CqlStatement } from './cql-statement.js';

const sortColumns = {
  title: 'content.title',
  created: 'content.createdAt',
  lastmodified: 'content.updatedAt',
} as const;

/** What a search finds, and how much there is in all. */
export interface Found extends Listing<Content> {
  readonly total: number;
}

/** Finds pages and comments. */
@Injectable()
export class SearchService {
  constructor(private readonly database: DataSource) {}

  /** What a query in Confluence's query language finds; without `order by`, what changed last first. @throws CqlError */
  async find(cql: string, slice: Slice): Promise<Found> {
    const { condition, sorts } = parseCql(cql);
    const statement = new CqlStatement(condition);
    const query = this.current().andWhere(statement.sql, statement.parameters);
    const total = await query.getCount();
    for (const { field, descending } of sorts) query.addOrderBy(sortColumns[field], descending ? 'DESC' : 'ASC');
    if (sorts.length === 0) query.addOrderBy('content.updatedAt', 'DESC');
    query.addOrderBy('content.id', 'DESC');
    const rows = await query
      .offset(slice.start)
      .limit(slice.limit + 1)
      .getMany();
    return { ...listingOf(rows, slice), total };
  }

  private current(): SelectQueryBuilder<Content> {
    return this.database.manager
      .createQueryBuilder(Content, 'content')
      .innerJoin(ContentVersion, 'version', 'version.contentId = content.id AND version.number = content.version')
      .innerJoin(Space, 'space', 'space.id = content.spaceId')
      .where('content.status = :status', { status: 'current' });
  }
}
