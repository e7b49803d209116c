import { Controller, Get, Query } from '@nestjs/common';
import { ContentVersionsService } from '../content/content-versions.service.js';
import { textOf } from '../content/storage-format.js';
import { SearchService } from '../search/search.service.js';
import { SpacesService } from '../spaces/spaces.service.js';
import { beginningOf } from '../text/legal-text.js';
import { checked } from './checked.js';
import { ContentPresenter } from './content.presenter.js';
import { Links } from './links.js';
import { SearchQuery } from './search.query.js';

/** Finding content by a query. */
@Controller('rest/api')
export class SearchController {
  constructor(
    private readonly search: SearchService,
    private readonly versions: ContentVersionsService,
    private readonly spaces: SpacesService,
    private readonly presenter: ContentPresenter,
    private readonly links: Links,
  ) {}

  @Get('content/search')
  async contents(@Query(checked) query: SearchQuery) {
    const found = await this.search.find(query.cql, query.slice());
    const results = await this.presenter.many(found.results, query.expansions());
    return this.answer('/rest/api/content/search', query, { ...found, results });
  }

  @Get('search')
  async everything(@Query(checked) query: SearchQuery) {
    const found = await this.search.find(query.cql, query.slice());
    const contents = await this.presenter.many(found.results, query.expansions());
    const versions = await this.versions.currentOf(found.results);
    const spaces = await this.spaces.byIds(found.results.map(({ spaceId }) => spaceId));
    const results = found.results.map(({ id, spaceId, title, updatedAt }, index) => {
      const space = spaces.get(spaceId);
      return {
        content: contents[index],
        title,
        excerpt: beginningOf(textOf(versions.get(id)?.body ?? ''), 300),
        url: contents[index]?._links.webui,
        resultGlobalContainer: { title: space?.name, displayUrl: `/spaces/${space?.key ?? ''}` },
        entityType: 'content',
        lastModified: new Date(updatedAt).toISOString(),
      };
    });
    return this.answer('/rest/api/search', query, { ...found, results });
  }

  private answer<T>(
    path: string,
    query: SearchQuery,
    found: Parameters<Links['list']>[0] & { total: number; results: readonly T[] },
  ) {
    const expand = [...query.expansions()].join(',') || undefined;
    const list = this.links.list<T>(found, path, { cql: query.cql, expand });
    return { ...list, totalSize: found.total, cqlQuery: query.cql };
  }
}
