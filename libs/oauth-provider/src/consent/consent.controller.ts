import {
  BadRequestException,
  Controller,
  ForbiddenException,
  Inject,
  Post,
  Req,
  Res,
  UseFilters,
} from '@nestjs/common';
import { BaseUrl, CurrentUser, GuardsItself } from 'nestjs-drawbridge/host';
import { ClosedToApplications, isScope, type Scope } from 'nestjs-drawbridge/scopes';
import { AuthorizationRequests } from '../authorize/authorization-requests.service.js';
import { AuthorizeErrorFilter } from '../authorize/authorize-error.filter.js';
import { type FormRefusal, Forms } from '../browser/forms.service.js';
import { addressOf, fieldOf, type HttpRequest, type HttpResponse, isForm } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { PageErrorFilter } from '../errors/page-error.filter.js';
import { paths, pathTo } from '../paths.js';
import { type Phrase } from '../words/phrase.js';
import { phrased } from '../words/phrased.js';
import { say } from '../words/provider-words.js';
import { choices } from './consent-choice.js';
import { ConsentMemory } from './consent-memory.service.js';
import { type ConsentQuestion, ConsentPages } from './consent-pages.service.js';
import { ConsentService } from './consent.service.js';

const notices: Readonly<Record<Exclude<FormRefusal, 'other-origin'>, Phrase>> = {
  missing: say('consent.missing'),
  forged: say('consent.forged'),
  expired: say('consent.expired'),
  used: say('consent.used'),
};

/** Takes a person's answer to the consent page. */
@Controller(paths.consent)
@GuardsItself()
@ClosedToApplications()
@UseFilters(PageErrorFilter, AuthorizeErrorFilter)
export class ConsentController {
  constructor(
    @Inject(AuthorizationRequests) private readonly requests: AuthorizationRequests,
    @Inject(ConsentService) private readonly consent: ConsentService,
    @Inject(ConsentPages) private readonly consentPages: ConsentPages,
    @Inject(ConsentMemory) private readonly memory: ConsentMemory,
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  @Post()
  async answer(@Req() request: HttpRequest, @Res({ passthrough: true }) response: HttpResponse): Promise<string> {
    if (!isForm(request)) throw phrased(BadRequestException, say('consent.noForm'));
    const person = await this.currentUser.of(request);
    const asked = await this.requests.check(fieldOf(request.body, 'request') ?? '', person);
    if (!person) {
      const returnTo = `${this.baseUrl.pathOf(pathTo('authorize'))}?${asked.query}`;
      return this.pages.redirect(response, this.currentUser.signInUrl(returnTo));
    }
    const question: ConsentQuestion = { asked, person };
    const ticket = fieldOf(request.body, 'ticket');
    const refusal = await this.forms.refusal(request, ticket, this.consentPages.subjectOf(question));
    if (refusal === 'other-origin') throw phrased(ForbiddenException, say('consent.otherSite'));
    if (refusal) return this.consentPages.show(request, response, { ...question, notice: notices[refusal] });
    const actor = { userId: person.userId, address: addressOf(request) };
    const chosen = this.chosenScope(request, question);
    if (!chosen) return this.pages.redirect(response, await this.consent.deny(question, actor));
    const browser = this.memory.browserFor(request, response, asked);
    return this.pages.redirect(response, await this.consent.allow(question, { chosen, browser }, actor));
  }

  /** The level the person chose, or `null` for a no. */
  private chosenScope({ body }: HttpRequest, { asked }: ConsentQuestion): Scope | null {
    const answer = fieldOf(body, 'answer');
    if (answer === 'deny') return null;
    const scope = fieldOf(body, 'scope') ?? '';
    if (answer === 'allow' && isScope(scope) && choices(asked.scopes).includes(scope)) return scope;
    throw phrased(BadRequestException, say('consent.neither'));
  }
}
