import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { paths } from '../paths.js';
import { ReachModels } from './reach-models.service.js';
import { ReachPage } from './reach.page.js';

/** What applications can reach. */
@AdministratorPages(`${paths.pages}/reach`)
export class ReachPagesController {
  constructor(
    @Inject(ReachModels) private readonly models: ReachModels,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() query: unknown,
  ): Promise<string> {
    const body = h(ReachPage, await this.models.of(query));
    return this.pages.render(request, response, { title: 'What can applications reach?', body, place: paths.pages });
  }
}
