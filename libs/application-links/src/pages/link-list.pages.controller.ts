import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { paths } from '../paths.js';
import { say } from '../words/link-words.js';
import { LinkListModels } from './link-list-models.service.js';
import { LinkListPage } from './link-list.page.js';

/** The list of links. */
@AdministratorPages(paths.pages)
export class LinkListPagesController {
  constructor(
    @Inject(LinkListModels) private readonly models: LinkListModels,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async list(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() given: unknown,
  ): Promise<string> {
    const body = h(LinkListPage, await this.models.of(given));
    return this.pages.render(request, response, { title: say('links.title'), body, place: paths.pages });
  }
}
