import { Get, Header, HttpCode, HttpException, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { fieldOf, type HttpRequest, type HttpResponse, Lifetimes, Pages } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { fieldsOfHtml } from '../form/given-fields.js';
import { LinkForm } from '../form/link-form.js';
import { LinkRules } from '../form/link-rules.service.js';
import { LinksService } from '../links/links.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { LinkFormTickets } from './form-tickets.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkChecks } from './link-checks.service.js';
import { type LinkFormModel, LinkFormPage } from './link-form.page.js';
import { NewLinkPage } from './new-link.page.js';
import { problemsOf } from './problems-of.js';
import { Steps } from './steps.js';
import { typedIn, untouched, withOneMore } from './typed-link.js';

type Shown = Pick<LinkFormModel, 'typed' | 'problems' | 'notice'>;

const subject = { purpose: 'link-create', shown: [] } as const;
const title = say('new.title');

/** The steps to a new link. */
@AdministratorPages(`${paths.pages}/new`)
export class NewLinkPagesController {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(LinkChecks) private readonly checks: LinkChecks,
    @Inject(LinkRules) private readonly rules: LinkRules,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async choose(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const body = h(NewLinkPage, { addresses: this.addresses });
    return this.pages.render(request, response, { title, body, place: paths.pages });
  }

  @Get('details')
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Query() query: unknown,
  ): Promise<string> {
    const isOffered = textIn(query, 'type') === 'EXTERNAL_APPLICATION' && textIn(query, 'direction') === 'INCOMING';
    if (!isOffered) return this.pages.redirect(response, this.addresses.newLink());
    return this.form(request, response, { typed: untouched, problems: new Map(), notice: null });
  }

  @Post('details')
  async create(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const typed = typedIn(request.body);
    const notice = await this.tickets.problem(request, subject);
    if (notice) return this.form(request, response, { typed, problems: new Map(), notice });
    if (fieldOf(request.body, 'add') === 'redirectUri') {
      return this.form(request, response, { typed: withOneMore(typed), problems: new Map(), notice: null });
    }
    try {
      const fields = { ...fieldsOfHtml(request.body), version: 1 };
      const wanted = new LinkForm(fields, this.rules).check();
      const { link } = await this.links.create(administratorOf(request), wanted);
      return this.pages.redirect(response, this.addresses.page(link.id, 'credentials', { created: 'yes' }));
    } catch (error) {
      const problems = problemsOf(error);
      if (!problems) throw error;
      return this.form(request, response, { typed, problems, notice: null }, (error as HttpException).getStatus());
    }
  }

  @Post('check')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async check(@Req() request: HttpRequest): Promise<Record<string, string>> {
    return this.checks.answer(request, { ...fieldsOfHtml(request.body), version: 1 }, null);
  }

  private async form(request: HttpRequest, response: HttpResponse, shown: Shown, status = 200): Promise<string> {
    const body = h(LinkFormPage, {
      ...shown,
      title,
      link: null,
      addresses: this.addresses,
      action: this.addresses.newDetails(),
      check: this.addresses.check(),
      ticket: await this.tickets.issue(request, subject),
      lifetimes: this.lifetimes,
      version: null,
      steps: <Steps current={2} />,
    });
    return this.pages.render(request, response, { title, body, place: paths.pages, status });
  }
}
