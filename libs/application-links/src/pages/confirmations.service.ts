import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { fieldOf, type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { nameKeyOf } from '../links/link-name.js';
import { paths } from '../paths.js';
import { type ConfirmModel, ConfirmPage } from './confirm.page.js';
import { type FormSubject, LinkFormTickets } from './form-tickets.service.js';
import { LinkAddresses } from './link-addresses.service.js';
import { type NoticeModel } from './notice.js';

/** What somebody is asked, and what their yes is bound to. */
export interface Question extends Omit<ConfirmModel, 'ticket' | 'notice' | 'typed' | 'addresses'> {
  readonly subject: FormSubject;
}

/** Asks before something stops, and takes the answer. */
@Injectable()
export class Confirmations {
  constructor(
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(LinkAddresses) private readonly addresses: LinkAddresses,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The page that asks. */
  async ask(
    request: HttpRequest,
    response: HttpResponse,
    { subject, ...question }: Question,
    again: { readonly notice?: NoticeModel; readonly typed?: string; readonly status?: number } = {},
  ): Promise<string> {
    const ticket = await this.tickets.issue(request, subject);
    const { notice = null, typed, status = 200 } = again;
    const body = h(ConfirmPage, { ...question, addresses: this.addresses, ticket, notice, typed });
    return this.pages.render(request, response, { title: question.title, body, place: paths.pages, status });
  }

  /**
   * Does `work` when the yes is good and goes to the address it answers; asks again when it is not, for instance because
   * the name that has to be typed is another one. Names that people would call the same are the same.
   */
  async answer(
    request: HttpRequest,
    response: HttpResponse,
    question: Question,
    work: () => Promise<string>,
  ): Promise<string> {
    const notice = await this.tickets.problem(request, question.subject);
    if (notice) return this.ask(request, response, question, { notice });
    const typed = fieldOf(request.body, 'name') ?? '';
    if (question.name !== undefined && nameKeyOf(typed) !== nameKeyOf(question.name))
      return this.ask(request, response, question, { typed, status: 400 });
    return this.pages.redirect(response, await work());
  }
}
