import { Get, Inject, NotFoundException, Param, Post, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { fieldOf, type HttpRequest, type HttpResponse, Pages, phrased } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { say } from '../words/link-words.js';
import { LinkFormTickets } from './form-tickets.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { NewSecretPage } from './new-secret.page.js';
import { type NoticeModel } from './notice.js';
import { overlapOf, usualOverlap } from './overlap.js';

const subjectOf = (id: string) => ({ purpose: 'secret-create', shown: [id] });

/** Gives an application a new secret. */
@AdministratorPages(`${paths.pages}/:id/secrets/new`)
export class SecretsPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
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
    return this.form(request, response, id, { overlap: usualOverlap, notice: null });
  }

  @Post()
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
    return this.pages.redirect(response, this.addresses.page(id, 'credentials'));
  }

  private async form(
    request: HttpRequest,
    response: HttpResponse,
    id: string,
    shown: { overlap: number; notice: NoticeModel | null },
  ): Promise<string> {
    const { client } = await this.lookup.find(id);
    if (client.type === 'public') throw phrased(NotFoundException, say('secrets.none.public'));
    const ticket = await this.tickets.issue(request, subjectOf(id));
    const action = this.addresses.page(id, 'secrets/new');
    const body = h(NewSecretPage, { ...shown, name: client.name, action, cancel: this.addresses.link(id), ticket });
    return this.pages.render(request, response, { title: 'Create new secret', body, place: paths.pages });
  }
}
