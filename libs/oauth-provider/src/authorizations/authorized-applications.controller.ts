import { Controller, ForbiddenException, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { BaseUrl, CurrentUser, GuardsItself, type SignedInPerson } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { h } from 'preact';
import { Forms } from '../browser/forms.service.js';
import { addressOf, fieldOf, type HttpRequest, type HttpResponse, rawQueryOf } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { PageErrorFilter } from '../errors/page-error.filter.js';
import { Changes } from '../events/changes.service.js';
import { Grants } from '../grants/grants.service.js';
import { paths } from '../paths.js';
import { phrased } from '../words/phrased.js';
import { say } from '../words/provider-words.js';
import { type ApplicationSearch, queryOf, searchOf } from './application-search.js';
import { AuthorizedApplicationModels } from './authorized-application-models.service.js';
import { type AuthorizedApplicationsModel, AuthorizedApplicationsPage } from './authorized-applications.page.js';

type Notice = AuthorizedApplicationsModel['notice'];

const revoked: Notice = { text: say('authorized.revoked'), good: true };
const stale: Notice = { text: say('authorized.stale'), good: false };

/** The page where a person sees and withdraws what they let in. */
@Controller(paths.authorizedApplications)
@GuardsItself()
@ClosedToApplications()
@UseFilters(PageErrorFilter)
export class AuthorizedApplicationsController {
  constructor(
    @Inject(AuthorizedApplicationModels) private readonly models: AuthorizedApplicationModels,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async list(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const person = await this.currentUser.of(request);
    if (!person) return this.signIn(response);
    const isRevoked = new URLSearchParams(rawQueryOf(request)).has('revoked');
    return this.page(request, response, person, isRevoked ? revoked : null);
  }

  @Post()
  async revoke(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const person = await this.currentUser.of(request);
    if (!person) return this.signIn(response);
    const id = fieldOf(request.body, 'id') ?? '';
    const refusal = await this.forms.refusal(request, fieldOf(request.body, 'ticket'), this.models.subject(person, id));
    if (refusal === 'other-origin') throw phrased(ForbiddenException, say('authorized.otherSite'));
    if (refusal) return this.page(request, response, person, stale);
    const actor = { userId: person.userId, address: addressOf(request) };
    await this.changes.make(actor, (change) => this.grants.withdraw(change, { id, userId: person.userId }));
    const back = this.address(searchOf(rawQueryOf(request)));
    return this.pages.redirect(response, `${back}${back.includes('?') ? '&' : '?'}revoked`);
  }

  private async page(
    request: HttpRequest,
    response: HttpResponse,
    person: SignedInPerson,
    notice: Notice,
  ): Promise<string> {
    const search = searchOf(rawQueryOf(request));
    const body = h(AuthorizedApplicationsPage, {
      applications: await this.models.of(person),
      search,
      address: this.address(),
      action: this.address(search),
      notice,
    });
    return this.pages.render(request, response, {
      title: say('authorized.title'),
      body,
      place: 'profile/authorized-applications',
    });
  }

  private signIn(response: HttpResponse): string {
    return this.pages.redirect(response, this.currentUser.signInUrl(this.address()));
  }

  private address(search?: ApplicationSearch): string {
    return this.baseUrl.pathOf(`/${paths.authorizedApplications}`) + (search ? queryOf(search) : '');
  }
}
