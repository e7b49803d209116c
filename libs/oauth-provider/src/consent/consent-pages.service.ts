import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { BaseUrl, type Person, type SignedInPerson, type TicketSubject, Users } from 'nestjs-drawbridge/host';
import { formatScopes, highestOf, lowerOf, suffices } from 'nestjs-drawbridge/scopes';
import { type AuthorizationRequest } from '../authorize/authorization-request.js';
import { Forms } from '../browser/forms.service.js';
import { type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { Pages } from '../browser/pages.service.js';
import { pathTo } from '../paths.js';
import { type Phrase } from '../words/phrase.js';
import { phrased } from '../words/phrased.js';
import { say } from '../words/provider-words.js';
import { roundedDown } from '../words/whole-duration.js';
import { choices } from './consent-choice.js';
import { ConsentPage } from './consent.page.js';
import { destinationOf, formTargetOf } from './destination.js';
import { RememberedConsents } from './remembered-consents.service.js';
import { mayBeRemembered } from './remembered-question.js';

/** Who is asked for what. */
export interface ConsentQuestion {
  readonly asked: AuthorizationRequest;
  readonly person: SignedInPerson;
  /** Why the page is shown again. */
  readonly notice?: Phrase;
}

/** Shows the consent page. */
@Injectable()
export class ConsentPages {
  constructor(
    @Inject(Pages) private readonly pages: Pages,
    @Inject(Forms) private readonly forms: Forms,
    @Inject(Users) private readonly users: Users,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(RememberedConsents) private readonly remembered: RememberedConsents,
  ) {}

  /** The page; its form is good for one answer to exactly what it shows. */
  async show(request: HttpRequest, response: HttpResponse, question: ConsentQuestion): Promise<string> {
    const { asked, notice } = question;
    const person = await this.mayConsent(question.person);
    const maker = asked.client.createdBy === null ? null : await this.users.byId(asked.client.createdBy);
    const asFarAsUseful = lowerOf(highestOf(asked.scopes), person.level);
    const body = h(ConsentPage, {
      applicationName: asked.client.name,
      personName: person.displayName,
      makerName: maker?.displayName ?? null,
      madeAt: asked.client.createdAt,
      destination: destinationOf(asked.returnTo.redirectUri),
      choices: choices(asked.scopes).map((scope) => ({
        scope,
        effective: person.level !== null && suffices(person.level, scope),
        chosen: scope === asFarAsUseful,
      })),
      rememberedFor: mayBeRemembered(asked.client) ? roundedDown(this.remembered.secondsFor(asked.client)) : null,
      action: this.baseUrl.pathOf(pathTo('consent')),
      request: asked.query,
      ticket: await this.forms.ticket(this.subjectOf(question)),
      notice: notice ?? null,
    });
    const formTargets = [formTargetOf(asked.returnTo.redirectUri)];
    return this.pages.render(request, response, {
      title: say('consent.title', { name: asked.client.name }),
      body,
      place: 'consent',
      formTargets,
    });
  }

  /** What the form's ticket is bound to: this person, this session, and everything the page says. */
  subjectOf({ asked, person }: ConsentQuestion): TicketSubject {
    const { client, returnTo, scopes, query } = asked;
    const shown = [client.id, client.name, String(client.updatedAt), returnTo.redirectUri, formatScopes(scopes), query];
    return { purpose: 'consent', person, shown };
  }

  private async mayConsent({ userId }: SignedInPerson): Promise<Person> {
    const person = await this.users.byId(userId);
    if (person?.active && person.level !== null) return person;
    throw phrased(ForbiddenException, say('consent.noRights'));
  }
}
