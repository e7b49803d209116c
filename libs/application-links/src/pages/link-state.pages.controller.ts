import { Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { type HttpRequest, type HttpResponse } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { LinkReliance } from '../authorizations/link-reliance.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { LinksService } from '../links/links.service.js';
import { paths } from '../paths.js';
import { Confirmations, type Question } from './confirmations.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { type Asked, deleteQuestion, disableQuestion, enableQuestion } from './link-state.questions.js';

/** Asks before a link is disabled, enabled or deleted, and does it. */
@AdministratorPages(`${paths.pages}/:id`)
export class LinkStatePagesController {
  constructor(
    @Inject(LinksService) private readonly links: LinksService,
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkReliance) private readonly reliance: LinkReliance,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
  ) {}

  @Get('disable')
  async askDisable(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.ask(request, response, await this.question(id, disableQuestion));
  }

  @Post('disable')
  async disable(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.answer(request, response, await this.question(id, disableQuestion), async () => {
      await this.links.setEnabled(administratorOf(request), id, false);
      return this.addresses.link(id, { done: 'disabled' });
    });
  }

  @Get('enable')
  async askEnable(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.ask(request, response, await this.question(id, enableQuestion));
  }

  @Post('enable')
  async enable(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.answer(request, response, await this.question(id, enableQuestion), async () => {
      await this.links.setEnabled(administratorOf(request), id, true);
      return this.addresses.link(id, { done: 'enabled' });
    });
  }

  @Get('delete')
  async askDelete(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.ask(request, response, await this.question(id, deleteQuestion));
  }

  @Post('delete')
  async remove(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    return this.confirmations.answer(request, response, await this.question(id, deleteQuestion), async () => {
      const { clientId } = await this.lookup.find(id);
      await this.links.remove(administratorOf(request), id);
      return this.addresses.list({ done: 'deleted', link: clientId });
    });
  }

  private async question(id: string, questionOf: (asked: Asked) => Question): Promise<Question> {
    const link = await this.lookup.find(id);
    const reliance = await this.reliance.of(link.client);
    return questionOf({ link, reliance, addresses: this.addresses });
  }
}
