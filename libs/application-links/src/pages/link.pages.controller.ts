import { Controller, Get, Inject, Param, Query, Req, Res, UseFilters, UseGuards } from '@nestjs/common';
import { GuardsItself } from 'nestjs-drawbridge/host';
import { type HttpRequest, type HttpResponse, PageErrorFilter, Pages } from 'nestjs-drawbridge/oauth-provider';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPageGuard } from '../administrators/administrator-page.guard.js';
import { SignInFilter } from '../administrators/sign-in.filter.js';
import { LinkCredentials } from '../credentials/link-credentials.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { CredentialsPage } from './credentials.page.js';
import { LinkAddresses } from './link-addresses.service.js';
import { LinkModels } from './link-models.service.js';
import { LinkPage } from './link.page.js';

/** One link, and its credentials. */
@Controller(`${paths.pages}/:id`)
@GuardsItself()
@ClosedToApplications()
@UseGuards(AdministratorPageGuard)
@UseFilters(PageErrorFilter, SignInFilter)
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
    return this.pages.render(request, response, { title, body: LinkPage(model), place: paths.pages });
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
    const body = CredentialsPage({ credentials, isNew, addresses: this.addresses });
    return this.pages.render(request, response, { title: 'Credentials', body, place: paths.pages });
  }
}
