import { Get, Inject, NotFoundException, Param, Post, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { fieldOf, type HttpRequest, type HttpResponse, Pages, phrased } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { doneNotice } from './done-words.js';
import { LinkFormTickets } from './form-tickets.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { NewSecretPage } from './new-secret.page.js';
import { type NoticeModel } from './notice.js';
import { overlapOf, usualOverlap } from './overlap.js';
import { RotationPage } from './rotation.page.js';
import { Rotations } from './rotations.service.js';

const subjectOf = (id: string) => ({ purpose: 'secret-create', shown: [id] });

/** Leads an application from one secret to the next. */
@AdministratorPages(`${paths.pages}/:id/secrets`)
export class SecretsPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
    @Inject(Rotations) private readonly rotations: Rotations,
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async show(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    const { name, rotation } = await this.find(id);
    const notice = doneNotice(textIn(query, 'done'), name);
    const body = h(RotationPage, { linkId: id, name, rotation, notice, addresses: this.addresses });
    return this.pages.render(request, response, { title: say('rotation.title', { name }), body, place: paths.pages });
  }

  @Get('new')
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.form(request, response, id, { overlap: usualOverlap, notice: null });
  }

  @Post('new')
  async create(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const overlap = overlapOf(fieldOf(request.body, 'overlap'));
    const notice = await this.tickets.problem(request, subjectOf(id));
    if (notice) return this.form(request, response, id, { overlap: overlap ?? usualOverlap, notice });
    if (overlap === null) {
      const choose: NoticeModel = { text: say('newSecret.choose'), tone: 'warning' };
      return this.form(request, response, id, { overlap: usualOverlap, notice: choose });
    }
    await this.credentials.createSecret(administratorOf(request), id, overlap);
    return this.pages.redirect(response, this.addresses.page(id, 'secrets', { done: 'secretCreated' }));
  }

  private async form(
    request: HttpRequest,
    response: HttpResponse,
    id: string,
    shown: { overlap: number; notice: NoticeModel | null },
  ): Promise<string> {
    const { name, rotation } = await this.find(id);
    const ticket = await this.tickets.issue(request, subjectOf(id));
    const isFirst = rotation.secrets.length === 0;
    const { addresses } = this;
    const link = { id, name };
    const body = h(NewSecretPage, { ...shown, link, isFirst, now: rotation.now, addresses, ticket });
    return this.pages.render(request, response, { title: say('newSecret.title', { name }), body, place: paths.pages });
  }

  private async find(id: string) {
    const link = await this.lookup.find(id);
    const rotation = await this.rotations.of(link);
    if (!rotation) throw phrased(NotFoundException, say('secrets.none.public'));
    return { name: link.client.name, rotation };
  }
}
