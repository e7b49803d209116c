import { Get, Inject, Query, Req, Res } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { type HttpRequest, type HttpResponse, Languages, Pages } from 'nestjs-drawbridge/oauth-provider';
import { h } from 'preact';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { byteOrderMark, csvOf, csvType } from '../csv/csv.js';
import { paths } from '../paths.js';
import { ReachQuestions } from '../reach/reach-questions.service.js';
import { reachQueryIn } from '../reach/reach-query.js';
import { ROUTE_COLUMNS, routeCells } from '../reach/route-cells.js';
import { say } from '../words/link-words.js';
import { protectDownload } from './download-headers.js';
import { ReachModels } from './reach-models.service.js';
import { ReachPage } from './reach.page.js';

/** What applications can reach, to read and to take along. */
@AdministratorPages(`${paths.pages}/reach`)
export class ReachPagesController {
  constructor(
    @Inject(ReachModels) private readonly models: ReachModels,
    @Inject(ReachQuestions) private readonly questions: ReachQuestions,
    @Inject(Languages) private readonly languages: Languages,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() query: unknown,
  ): Promise<string> {
    const body = h(ReachPage, await this.models.of(query, await this.languages.readerOf(request)));
    return this.pages.render(request, response, { title: say('reach.title'), body, place: paths.pages });
  }

  @Get('export')
  async export(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() given: unknown,
  ): Promise<string> {
    const reader = await this.languages.readerOf(request);
    const reach = await this.questions.ask(reachQueryIn(given, { start: 0, limit: Number.MAX_SAFE_INTEGER }));
    const rows = reach.routes.map((one) => routeCells(one, reach, reader));
    const day = new Date(this.clock.now()).toISOString().slice(0, 10);
    protectDownload(response);
    response.header('Content-Type', csvType);
    response.header('Content-Disposition', `attachment; filename="application-routes-${day}.csv"`);
    return byteOrderMark + csvOf([ROUTE_COLUMNS, ...rows]);
  }
}
