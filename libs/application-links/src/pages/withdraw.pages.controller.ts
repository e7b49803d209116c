import { Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { type Client, fieldOf, type HttpRequest, type HttpResponse } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { AdministratorPages } from '../administrators/administrator-pages.decorator.js';
import { PeopleNames } from '../administrators/people-names.service.js';
import { LinkAuthorizations } from '../authorizations/link-authorizations.service.js';
import { LinkReliance } from '../authorizations/link-reliance.service.js';
import { LinkLookup } from '../links/link-lookup.service.js';
import { paths } from '../paths.js';
import { textIn } from '../rest/query-parameters.js';
import { say } from '../words/link-words.js';
import { Confirmations, type Question } from './confirmations.service.js';
import { LinkAddresses } from './link-addresses.service.js';

type Wording = Pick<Question, 'title' | 'sentences' | 'button' | 'reliance' | 'name'>;

/** Asks before one person's authorization, or everybody's, is withdrawn, and does it. */
@AdministratorPages(`${paths.pages}/:id/withdraw`)
export class WithdrawPagesController {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(LinkAuthorizations) private readonly authorizations: LinkAuthorizations,
    @Inject(LinkReliance) private readonly reliance: LinkReliance,
    @Inject(PeopleNames) private readonly names: PeopleNames,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Confirmations) private readonly confirmations: Confirmations,
  ) {}

  @Get()
  async ask(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
    @Query() query: unknown,
  ): Promise<string> {
    return this.confirmations.ask(request, response, await this.question(id, textIn(query, 'person')));
  }

  @Post()
  async withdraw(
    @Req() request: HttpRequest,
    @Res({ passthrough: true }) response: HttpResponse,
    @Param('id') id: string,
  ): Promise<string> {
    const person = fieldOf(request.body, 'person') ?? '';
    return this.confirmations.answer(request, response, await this.question(id, person), async () => {
      const by = administratorOf(request);
      if (person === '') await this.authorizations.endAll(by, id);
      else await this.authorizations.endOne(by, id, person);
      return this.addresses.link(id, { done: person === '' ? 'allWithdrawn' : 'withdrawn' });
    });
  }

  private async question(id: string, person: string): Promise<Question> {
    const { client } = await this.lookup.find(id);
    if (person !== '') await this.authorizations.mustExist(client.id, person);
    return {
      ...(await this.wording(client, person)),
      isDangerous: true,
      link: { id, name: client.name },
      action: this.addresses.page(id, 'withdraw'),
      cancel: this.addresses.link(id),
      fields: { person },
      subject: { purpose: 'link-withdraw', shown: [id, person] },
    };
  }

  private async wording(client: Client, userId: string): Promise<Wording> {
    const { name } = client;
    if (userId === '') {
      const sentences = [say('withdraw.all.what', { name })];
      const reliance = await this.reliance.of(client);
      return { title: say('withdraw.all.title'), sentences, reliance, name, button: say('withdraw.all.button') };
    }
    const live = say('withdraw.signIns', { count: await this.authorizations.signInsOf(client, userId) });
    const person = (await this.names.of([userId])).get(userId);
    const button = say('withdraw.button');
    return person === undefined
      ? { title: say('withdraw.gone.title'), sentences: [say('withdraw.gone.what', { name }), live], button }
      : { title: say('withdraw.title', { person }), sentences: [say('withdraw.what', { name, person }), live], button };
  }
}
