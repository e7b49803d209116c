import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { type TicketSubject } from 'nestjs-drawbridge/host';
import { fieldOf, type FormRefusal, Forms, type HttpRequest } from 'nestjs-drawbridge/oauth-provider';
import { administratorOf } from '../administrators/administrator.js';
import { type NoticeModel } from './notice.js';

/** What a form is for, and everything on it that the answer depends on. */
export interface FormSubject {
  readonly purpose: string;
  readonly shown: readonly string[];
}

const sentences: Readonly<Record<Exclude<FormRefusal, 'other-origin'>, string>> = {
  missing: 'The form did not arrive whole. Please send it once more.',
  forged: 'Something changed since this page was opened: your sign-in, or the link. Please look again.',
  expired: 'This page was open for a long time. Please look again and send it once more.',
  used: 'This form was sent already. Please look before you send it once more.',
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
    if (refusal === 'other-origin')
      throw new ForbiddenException('This came from another site and was not carried out.');
    return refusal && { text: sentences[refusal], tone: 'warning' };
  }

  private full(request: HttpRequest, { purpose, shown }: FormSubject): TicketSubject {
    const { person } = administratorOf(request);
    if (!person) throw new ForbiddenException('Forms are for people at their browser.');
    return { purpose, person, shown };
  }
}
