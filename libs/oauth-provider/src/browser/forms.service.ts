import { Inject, Injectable, Optional } from '@nestjs/common';
import {
  BaseUrl,
  FormTickets,
  type SignedInPerson,
  type TicketRefusal,
  type TicketSubject,
} from 'nestjs-drawbridge/host';
import { Throttle } from '../throttle/throttle.service.js';
import { addressOf, headerOf, type HttpRequest } from './http-exchange.js';
import { isSameOrigin } from './same-origin.js';
import { StoredFormTickets } from './stored-form-tickets.service.js';

/** Why a change was refused before it was looked at. */
export type FormRefusal = TicketRefusal | 'other-origin';

/** Guards every change a browser makes: it must come from a page of ours, shown to this person in this session. */
@Injectable()
export class Forms {
  private readonly tickets: FormTickets;

  constructor(
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(StoredFormTickets) own: StoredFormTickets,
    @Inject(Throttle) private readonly throttle: Throttle,
    @Optional() @Inject(FormTickets) hosts?: FormTickets,
  ) {
    this.tickets = hosts ?? own;
  }

  /** A one-time ticket to put into a form. */
  async ticket(subject: TicketSubject): Promise<string> {
    return this.tickets.issue(subject);
  }

  /**
   * Redeems a form's ticket; `null` when the change may go on, else why not. Tickets that are not good are counted for the
   * person, but not what other sites send in their name.
   *
   * @throws ThrottledError when this person sent too many of them from this network
   */
  async refusal(request: HttpRequest, ticket: string | undefined, subject: TicketSubject): Promise<FormRefusal | null> {
    if (!isSameOrigin(request, this.baseUrl.get())) return 'other-origin';
    const attempt = { kind: 'form', subject: subject.person.userId, address: addressOf(request) } as const;
    const failures = await this.throttle.require(attempt);
    const refusal = await this.tickets.redeem(ticket, subject);
    await (refusal ? this.throttle.failed(attempt) : this.throttle.succeeded(attempt, failures));
    return refusal;
  }

  /** The ticket of a page whose script makes changes. */
  async sessionTicket(person: SignedInPerson): Promise<string> {
    return this.tickets.issueForSession(person);
  }

  /** Checks the header `X-CSRF-Token`; `null` when the change may go on, else why not. */
  async sessionRefusal(request: HttpRequest, person: SignedInPerson): Promise<FormRefusal | null> {
    if (!isSameOrigin(request, this.baseUrl.get())) return 'other-origin';
    return this.tickets.checkForSession(headerOf(request, 'x-csrf-token'), person);
  }
}
