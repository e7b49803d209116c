import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkActivity } from '../events/link-activity.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { sliceIn, textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { doneNotice } from './done-words.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkListPage } from './link-list.page.js';

/** The list of links. */
@AdministratorPages(paths.pages)
export class LinkListPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkActivity) private readonly activity: LinkActivity,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async list(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() given: unknown,
  ): Promise<string> {
    const { start, limit } = sliceIn(given);
    const query = textIn(given, 'query');
    const notice = doneNotice(textIn(given, 'done'));
    await this.activity.settle();
    const { links, total } = await this.lookup.list({ query, start, limit });
    const people = await this.authorizations.countsOf(links.map(({ clientId }) => clientId));
    const { addresses } = this;
    const at = (other: number): string => addresses.list({ ...(query && { query }), start: other.toString() });
    const pager = { start, shown: links.length, total, limit, at };
    const body = h(LinkListPage, { links, people, query, pager, notice, addresses });
    return this.pages.render(request, response, { title: say('links.title'), body, place: paths.pages });
  }
}
