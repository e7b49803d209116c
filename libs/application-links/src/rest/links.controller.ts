import {
  Body,
  Controller,
  Delete,
  Get,
  Header,
  HttpCode,
  Inject,
  Param,
  Post,
  Put,
  Query,
  Req,
  UseGuards,
} from '@nestjs/common';
import { BaseUrl, GuardsItself } from 'nestjs-drawbridge/host';
import { Lifetimes } from 'nestjs-drawbridge/oauth-provider';
import { RequireScope } from 'nestjs-drawbridge/scopes';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorGuard } from '../administrators/administrator.guard.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { fieldsOfJson } from '../form/given-fields.js';
import { LinkForm } from '../form/link-form.js';
import { LinkRules } from '../form/link-rules.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { linkQueryIn } from '../links/link-query.js';
import { LinkStatuses } from '../links/link-statuses.service.js';
import { LinksService } from '../links/links.service.js';
import { paths } from '../paths.js';
import { linkJson } from './link-json.js';

/** The links, as JSON. */
@Controller(`${paths.rest}/links`)
@GuardsItself()
@RequireScope('SYSTEM_ADMIN')
@UseGuards(AdministratorGuard)
export class LinksController {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkStatuses) private readonly statuses: LinkStatuses,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkRules) private readonly rules: LinkRules,
    @Inject(Lifetimes) readonly lifetimes: Lifetimes,
    @Inject(BaseUrl) readonly baseUrl: BaseUrl,
  ) {}

  /** Says of each what is so, and how many people let it in. */
  @Get()
  async list(@Query() given: unknown) {
    const wanted = linkQueryIn(given);
    const { links, total } = await this.lookup.list(wanted);
    const statuses = await this.statuses.of(links);
    const people = await this.authorizations.countsOf(links.map(({ clientId }) => clientId));
    const results = links.map((link) => ({
      ...linkJson(link, this),
      statuses: statuses.get(link.id)?.map(({ kind }) => kind),
      people: people.get(link.clientId) ?? 0,
    }));
    return { results, start: wanted.start, limit: wanted.limit, size: links.length, total };
  }

  /** The only answer besides the credentials that shows the secret, to whoever made the link. */
  @Post()
  @Header('Cache-Control', 'no-store')
  async create(@Req() request: object, @Body() body: unknown) {
    const wanted = new LinkForm({ ...fieldsOfJson(body), version: 1 }, this.rules).check();
    const { link, clientSecret } = await this.links.create(administratorOf(request), wanted);
    const { redirectUris, scopes } = link.client;
    const credentials = { clientId: link.clientId, clientSecret, redirectUris, scopes };
    return { ...linkJson(link, this), credentials };
  }

  @Get(':id')
  async find(@Param('id') id: string) {
    return linkJson(await this.lookup.find(id), this);
  }

  @Put(':id')
  async update(@Req() request: object, @Param('id') id: string, @Body() body: unknown) {
    const { client, description } = await this.lookup.find(id);
    const { type: clientType, pkceRequired, plainPkceAllowed, mayIntrospectAll, rememberConsent, enabled } = client;
    const switches = { pkceRequired, plainPkceAllowed, mayIntrospectAll, rememberConsent, enabled };
    const unsaid = { clientType, description, ...switches, ...this.lifetimes.own(client) };
    const wanted = new LinkForm({ ...unsaid, ...fieldsOfJson(body) }, this.rules).check();
    return linkJson(await this.links.update(administratorOf(request), id, wanted), this);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(@Req() request: object, @Param('id') id: string): Promise<void> {
    await this.links.remove(administratorOf(request), id);
  }
}
