import { Controller, ForbiddenException, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { BaseUrl, CurrentUser, GuardsItself, type SignedInPerson, type TicketSubject } from 'nestjs-drawbridge/host';
import { ClosedToApplications, highestOf, lowerOf } from 'nestjs-drawbridge/scopes';
import { Forms } from '../browser/forms.service.js';
import { addressOf, fieldOf, type HttpRequest, type HttpResponse, rawQueryOf } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { PageErrorFilter } from '../errors/page-error.filter.js';
import { Changes } from '../events/changes.service.js';
import { Grants, type OwnGrant } from '../grants/grants.service.js';
import { paths } from '../paths.js';
import { type AuthorizedApplicationsModel, AuthorizedApplicationsPage } from './authorized-applications.page.js';

type Notice = AuthorizedApplicationsModel['notice'];

/** The page where a person sees and withdraws what they let in. */
@Controller(paths.authorizedApplications)
@GuardsItself()
@ClosedToApplications()
@UseFilters(PageErrorFilter)
export class AuthorizedApplicationsController {
  constructor(
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
    const revoked = new URLSearchParams(rawQueryOf(request)).has('revoked');
    const notice = revoked ? { text: 'The application is out. Nothing it holds works any more.', good: true } : null;
    return this.page(request, response, person, notice);
  }

  @Post()
  async revoke(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const person = await this.currentUser.of(request);
    if (!person) return this.signIn(response);
    const id = fieldOf(request.body, 'id') ?? '';
    const refusal = await this.forms.refusal(request, fieldOf(request.body, 'ticket'), this.subject(person, id));
    if (refusal === 'other-origin')
      throw new ForbiddenException('This came from another site and was not carried out.');
    if (refusal) {
      return this.page(request, response, person, {
        text: 'The page was out of date. Please look again.',
        good: false,
      });
    }
    const actor = { userId: person.userId, address: addressOf(request) };
    await this.changes.make(actor, (change) => this.grants.withdraw(change, { id, userId: person.userId }));
    return this.pages.redirect(response, `${this.address()}?revoked`);
  }

  private async page(
    request: HttpRequest,
    response: HttpResponse,
    person: SignedInPerson,
    notice: Notice,
  ): Promise<string> {
    const given = await this.grants.ofPerson(person.userId);
    const applications = await Promise.all(given.map((one) => this.shown(person, one)));
    const body = AuthorizedApplicationsPage({ applications, action: this.address(), notice });
    const title = 'Authorized applications';
    return this.pages.render(request, response, { title, body, place: 'profile/authorized-applications' });
  }

  private async shown(person: SignedInPerson, { grant, client, rememberedUntil }: OwnGrant) {
    return {
      grantId: grant.id,
      name: client.name,
      enabled: client.enabled,
      scope: lowerOf(highestOf(grant.scopes), highestOf(client.scopes)),
      since: new Date(grant.createdAt),
      lastUsed: grant.lastUsedAt === null ? null : new Date(grant.lastUsedAt),
      rememberedUntil: rememberedUntil === null ? null : new Date(rememberedUntil),
      ticket: await this.forms.ticket(this.subject(person, grant.id)),
    };
  }

  private subject(person: SignedInPerson, grantId: string): TicketSubject {
    return { purpose: 'revoke-authorization', person, shown: [grantId] };
  }

  private signIn(response: HttpResponse): string {
    return this.pages.redirect(response, this.currentUser.signInUrl(this.address()));
  }

  private address(): string {
    return this.baseUrl.pathOf(`/${paths.authorizedApplications}`);
  }
}
