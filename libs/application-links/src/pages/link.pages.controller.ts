import { Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { CredentialsPage } from './credentials.page.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkModels } from './link-models.service.js';
import { LinkPage } from './link.page.js';

/** One link, and its credentials. */
@AdministratorPages(`${paths.pages}/:id`)
export class LinkPagesController {
  constructor(
    @Inject(LinkModels) private readonly models: LinkModels,
    @Inject(LinkCredentials) private readonly credentials: LinkCredentials,
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
    const model = await this.models.of(id, query);
    const title = model.link.client.name;
    return this.pages.render(request, response, { title, body: h(LinkPage, model), place: paths.pages });
  }

  @Get('credentials')
  async view(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    const isNew = textIn(query, 'created') === 'yes';
    const credentials = await this.credentials.view(administratorOf(request), id);
    const title = say('credentials.title', { name: credentials.link.client.name });
    const body = h(CredentialsPage, { credentials, isNew, addresses: this.addresses });
    return this.pages.render(request, response, { title, body, place: paths.pages });
  }
}
