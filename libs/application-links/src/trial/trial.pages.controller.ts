import { ForbiddenException, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type SignedInPerson } from 'nestjs-drawbridge/host';
import { type HttpRequest, type HttpResponse, Pages, phrased, Trials } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { type ApplicationLink } from '../links/application-link.entity.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { LinkFormTickets } from '../pages/form-tickets.service.js';
import { LinkAddresses } from '../pages/link-addresses.service.js';
import { type NoticeModel } from '../pages/notice.js';
import { paths } from '../paths.js';
import { say } from '../words/link-words.js';
import { TrialPage } from './trial.page.js';
import { TrialStepsPage } from './trial-steps.page.js';

const subjectOf = (id: string) => ({ purpose: 'link-trial', shown: [id] });
const over: NoticeModel = { text: say('trial.over'), tone: 'warning' };

/** Lets an administrator try a link: what it will do, the start, and what became of it. */
@AdministratorPages(`${paths.pages}/:id/try`)
export class TrialPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
    @Inject(Trials) private readonly trials: Trials,
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.form(request, response, id, null);
  }

  @Post()
  async begin(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const link = await this.lookup.find(id);
    const notice = await this.tickets.problem(request, subjectOf(id));
    if (notice) return this.form(request, response, id, notice);
    return this.pages.redirect(response, this.trials.begin(this.subject(link), this.personOn(request)));
  }

  /** Where the round trip comes back to, once for each trial. */
  @Get('back')
  async finish(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const link = await this.lookup.find(id);
    const by = administratorOf(request);
    const steps = await this.trials.finish({
      subject: this.subject(link),
      clientSecret: () => this.credentials.newest(link),
      request,
      person: this.personOn(request),
      actor: by.actor,
    });
    if (!steps) return this.form(request, response, id, over, 400);
    const body = h(TrialStepsPage, { link, steps, addresses: this.addresses });
    const title = say('trial.title', { name: link.client.name });
    return this.pages.render(request, response, { title, body, place: paths.pages });
  }

  private subject({ id, client }: ApplicationLink) {
    return { client, redirectUri: this.addresses.endpoint(`/${paths.pages}/${id}/try/back`) };
  }

  private personOn(request: HttpRequest): SignedInPerson {
    const { person } = administratorOf(request);
    if (!person) throw phrased(ForbiddenException, say('form.notInBrowser'));
    return person;
  }

  private async form(
    request: HttpRequest,
    response: HttpResponse,
    id: string,
    notice: NoticeModel | null,
    status = 200,
  ): Promise<string> {
    const link = await this.lookup.find(id);
    const ticket = await this.tickets.issue(request, subjectOf(id));
    const body = h(TrialPage, { link, ticket, notice, addresses: this.addresses });
    const title = say('trial.title', { name: link.client.name });
    return this.pages.render(request, response, { title, body, place: paths.pages, status });
  }
}
