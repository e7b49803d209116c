import { Get, Header, HttpCode, HttpException, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import {
  fieldOf,
  type HttpRequest,
  type HttpResponse,
  Lifetimes,
  Pages,
  type Phrase,
} from 'nestjs-drawbridge/oauth-provider';
import { highestOf } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { fieldsOfHtml } from '../form/given-fields.js';
import { LinkForm } from '../form/link-form.js';
import { LinkRules } from '../form/link-rules.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { LinksService } from '../links/links.service.js';
import { StaleLinkException } from '../links/stale-link.exception.js';
import { paths } from '../paths.js';
import { linkWords, say } from '../words/link-words.js';
import { LinkFormTickets } from './form-tickets.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkChecks } from './link-checks.service.js';
import { type LinkFormModel, LinkFormPage } from './link-form.page.js';
import { problemsOf } from './problems-of.js';
import { storedIn, typedIn, withOneMore } from './typed-link.js';

/** With the version that was seen when the form was opened, so that a change of somebody else is still noticed. */
type Shown = Pick<LinkFormModel, 'typed' | 'problems' | 'notice'> & { readonly version?: number };

const subjectOf = (id: string, version: string) => ({ purpose: 'link-edit', shown: [id, version] });

const staleWords =
  ({ change: { by, at } }: StaleLinkException): Phrase =>
  (reader) =>
    by === null
      ? reader.text(linkWords, 'edit.stale.byGone', { at: reader.minute(at) })
      : reader.text(linkWords, 'edit.stale', { by, at: reader.minute(at) });

/** The form that changes a link. */
@AdministratorPages(`${paths.pages}/:id/edit`)
export class EditLinkPagesController {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(LinkChecks) private readonly checks: LinkChecks,
    @Inject(LinkRules) private readonly rules: LinkRules,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const link = await this.lookup.find(id);
    return this.form(request, response, link, {
      typed: storedIn(link, this.lifetimes),
      problems: new Map(),
      notice: null,
    });
  }

  @Post()
  async save(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const link = await this.lookup.find(id);
    const typed = typedIn(request.body);
    const seen = fieldOf(request.body, 'version') ?? '';
    const notice = await this.tickets.problem(request, subjectOf(id, seen));
    if (notice) return this.form(request, response, link, { typed, problems: new Map(), notice });
    if (fieldOf(request.body, 'add') === 'redirectUri') {
      const more = { typed: withOneMore(typed), problems: new Map(), notice: null, version: Number(seen) };
      return this.form(request, response, link, more);
    }
    try {
      const wanted = new LinkForm(this.fields(request, link), this.rules).check();
      await this.links.update(administratorOf(request), id, wanted);
      return this.pages.redirect(response, this.addresses.link(id, { done: 'saved' }));
    } catch (error) {
      const again = this.again(error, Number(seen));
      if (!again) throw error;
      const status = (error as HttpException).getStatus();
      return this.form(request, response, await this.lookup.find(id), { typed, ...again }, status);
    }
  }

  @Post('check')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async check(@Req() request: HttpRequest, @Param('id') id: string): Promise<Record<string, string>> {
    return this.checks.answer(request, this.fields(request, await this.lookup.find(id)), id);
  }

  /** What was typed. A permission that was not touched keeps the very scopes behind it. */
  private fields({ body }: HttpRequest, { client }: ApplicationLink) {
    const fields = fieldsOfHtml(body);
    const isSame = fieldOf(body, 'scope') === highestOf(client.scopes);
    return { ...fields, scopes: isSame ? client.scopes : fields.scopes, enabled: client.enabled };
  }

  private again(error: unknown, version: number): Omit<Shown, 'typed'> | null {
    if (error instanceof StaleLinkException) {
      return { problems: new Map(), notice: { text: staleWords(error), tone: 'warning' } };
    }
    const problems = problemsOf(error);
    return problems && { problems, notice: null, version };
  }

  private async form(
    request: HttpRequest,
    response: HttpResponse,
    link: ApplicationLink,
    shown: Shown,
    status = 200,
  ): Promise<string> {
    const { id, client } = link;
    const version = shown.version ?? link.version;
    const title = say('edit.title', { name: client.name });
    const ticket = await this.tickets.issue(request, subjectOf(id, version.toString()));
    const action = this.addresses.page(id, 'edit');
    const check = this.addresses.check(id);
    const { addresses, lifetimes } = this;
    const above = { id, name: client.name };
    const body = h(LinkFormPage, {
      ...shown,
      title,
      link: above,
      addresses,
      action,
      check,
      ticket,
      version,
      lifetimes,
    });
    return this.pages.render(request, response, { title, body, place: paths.pages, status });
  }
}
