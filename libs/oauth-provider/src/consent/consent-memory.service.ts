import { Inject, Injectable } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { Pauses } from '../bearer/pauses.service.js';
import { BrowserMarks } from '../browser/browser-marks.service.js';
import { addressOf, type HttpRequest, type HttpResponse } from '../browser/http-exchange.js';
import { isNavigation } from '../browser/navigation.js';
import { type AuthorizationRequest } from '../authorize/authorization-request.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { type ConsentQuestion } from './consent-pages.service.js';
import { ConsentService } from './consent.service.js';
import { mayBeRemembered, questionDigest, wantsThePage } from './remembered-question.js';

type Asked = Pick<AuthorizationRequest, 'client' | 'trial'>;

/**
 * Answers a question as the person answered it before, where the administrator allows that. In doubt the page is shown:
 * this is the only request for which a code is issued without a form of ours.
 */
@Injectable()
export class ConsentMemory {
  constructor(
    @Inject(BrowserMarks) private readonly marks: BrowserMarks,
    @Inject(Pauses) private readonly pauses: Pauses,
    @Inject(Users) private readonly users: Users,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(ConsentService) private readonly consent: ConsentService,
  ) {}

  /** The URL that the browser is sent on to, a code in it; `null` when the person has to be asked. */
  async answer(request: HttpRequest, question: ConsentQuestion): Promise<string | null> {
    const { asked, person } = question;
    if (asked.trial || !mayBeRemembered(asked.client) || wantsThePage(asked) || !isNavigation(request)) return null;
    const browser = this.marks.of(request);
    if (browser === null || (await this.arePaused())) return null;
    const now = await this.users.byId(person.userId);
    if (!now?.active || now.level === null) return null;
    const actor = { userId: person.userId, address: addressOf(request) };
    return this.consent.repeat(question, questionDigest(asked, now.level, browser), actor);
  }

  /** The mark of the browser that a yes comes from; `null` where the yes is not to be remembered. */
  browserFor(request: HttpRequest, response: HttpResponse, { client, trial }: Asked): string | null {
    if (trial || !mayBeRemembered(client)) return null;
    return this.marks.give(request, response, this.options.rememberConsentSeconds);
  }

  /** Nobody is let in then; people decide again when it is over. */
  private async arePaused(): Promise<boolean> {
    return !this.options.bearerEnabled || (await this.pauses.since()) !== null;
  }
}
