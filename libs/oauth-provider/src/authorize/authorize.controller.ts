import { Controller, Get, Inject, Post, Req, Res, UseFilters } from '@nestjs/common';
import { BaseUrl, CurrentUser, GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications } from 'nestjs-drawbridge/scopes';
import { type HttpRequest, type HttpResponse, rawQueryOf } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { ConsentMemory } from '../consent/consent-memory.service.js';
import { ConsentPages } from '../consent/consent-pages.service.js';
import { PageErrorFilter } from '../errors/page-error.filter.js';
import { paths, pathTo } from '../paths.js';
import { requireForm } from '../token/form-parameters.js';
import { AuthorizationRequests } from './authorization-requests.service.js';
import { AuthorizeErrorFilter } from './authorize-error.filter.js';

/** The authorization endpoint (RFC 6749 §3.1). */
@Controller(paths.authorize)
@GuardsItself()
@ClosedToApplications()
@UseFilters(PageErrorFilter, AuthorizeErrorFilter)
export class AuthorizeController {
  constructor(
    @Inject(AuthorizationRequests) private readonly requests: AuthorizationRequests,
    @Inject(ConsentPages) private readonly consent: ConsentPages,
    @Inject(ConsentMemory) private readonly memory: ConsentMemory,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Get()
  async ask(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    const person = await this.currentUser.of(request);
    const asked = await this.requests.check(rawQueryOf(request), person);
    if (!person) return this.pages.redirect(response, this.currentUser.signInUrl(this.addressFor(asked.query)));
    const url = await this.memory.answer(request, { asked, person });
    if (url !== null) return this.pages.redirect(response, url);
    return this.consent.show(request, response, { asked, person });
  }

  /** A browser sends no session along with a form of another site; a GET to ourselves brings it back. */
  @Post()
  askAgain(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): string {
    requireForm(request);
    const query = new URLSearchParams(pairsOf(request.body)).toString();
    return this.pages.redirect(response, this.addressFor(query));
  }

  private addressFor(query: string): string {
    return `${this.baseUrl.pathOf(pathTo('authorize'))}?${query}`;
  }
}

/** The fields of a parsed form, repeated ones repeated. */
function pairsOf(body: unknown): [string, string][] {
  return Object.entries(body ?? {}).flatMap(([name, value]) =>
    [value].flat().flatMap((one): [string, string][] => (typeof one === 'string' ? [[name, one]] : [])),
  );
}
