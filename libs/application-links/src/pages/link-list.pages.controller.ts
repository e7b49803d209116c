import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { ConcernedLinksService } from '../audit/concerned-links.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { doneNotice } from './done-words.js';
import { LinkListModels } from './link-list-models.service.js';
import { LinkListPage } from './link-list.page.js';
import { type NoticeModel } from './notice.js';

/** The list of links. */
@AdministratorPages(paths.pages)
export class LinkListPagesController {
  constructor(
    @Inject(LinkListModels) private readonly models: LinkListModels,
    @Inject(ConcernedLinksService) private readonly concerned: ConcernedLinksService,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async list(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() given: unknown,
  ): Promise<string> {
    const body = h(LinkListPage, { ...(await this.models.of(given)), notice: await this.noticeIn(given) });
    return this.pages.render(request, response, { title: say('links.title'), body, place: paths.pages });
  }

  /** That a link was deleted, where it was. Its name is looked up, so that nobody can put words into an address. */
  private async noticeIn(given: unknown): Promise<NoticeModel | null> {
    const [done, clientId] = [textIn(given, 'done'), textIn(given, 'link')];
    if (done !== 'deleted' || clientId === '') return null;
    const link = (await this.concerned.of([clientId])).get(clientId);
    return link?.linkId === null ? doneNotice(done, link.name) : null;
  }
}
