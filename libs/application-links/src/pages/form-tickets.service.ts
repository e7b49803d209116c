import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { type TicketSubject } from 'nestjs-drawbridge/host';
import {
  fieldOf,
  type FormRefusal,
  Forms,
  type HttpRequest,
  type Phrase,
  phrased,
} from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { say } from '../words/link-words.js';
import { type NoticeModel } from './notice.js';

/** What a form is for, and everything on it that the answer depends on. */
export interface FormSubject {
  readonly purpose: string;
  readonly shown: readonly string[];
}

const sentences: Readonly<Record<Exclude<FormRefusal, 'other-origin'>, Phrase>> = {
  missing: say('form.missing'),
  forged: say('form.forged'),
  expired: say('form.expired'),
  used: say('form.used'),
};

/** The one-time tickets of the administrators' forms. */
@Injectable()
export class LinkFormTickets {
  constructor(@Inject(Forms) private readonly forms: Forms) {}

  /** A ticket to put into a form. */
  async issue(request: HttpRequest, subject: FormSubject): Promise<string> {
    return this.forms.ticket(this.full(request, subject));
  }

  /**
   * Redeems the ticket of a form that was sent. Answers `null` when it may go on, else why the form is shown again.
   *
   * @throws ForbiddenException for what another site sent
   */
  async problem(request: HttpRequest, subject: FormSubject): Promise<NoticeModel | null> {
    const ticket = fieldOf(request.body, 'ticket');
    const refusal = await this.forms.refusal(request, ticket, this.full(request, subject));
    if (refusal === 'other-origin') throw phrased(ForbiddenException, say('form.otherSite'));
    return refusal && { text: sentences[refusal], tone: 'warning' };
  }

  private full(request: HttpRequest, { purpose, shown }: FormSubject): TicketSubject {
    const { person } = administratorOf(request);
    if (!person) throw phrased(ForbiddenException, say('form.notInBrowser'));
    return { purpose, person, shown };
  }
}
