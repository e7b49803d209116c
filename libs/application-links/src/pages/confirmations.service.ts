import { Inject, Injectable } from '@nestjs/common';
import { h } from 'preact';
import { type HttpRequest, type HttpResponse, Pages } from 'nestjs-drawbridge/oauth-provider';
import { paths } from '../paths.js';
import { type ConfirmModel, ConfirmPage } from './confirm.page.js';
import { type FormSubject, LinkFormTickets } from './form-tickets.service.js';
import { type NoticeModel } from './notice.js';

/** What somebody is asked, and what their yes is bound to. */
export interface Question extends Omit<ConfirmModel, 'ticket' | 'notice'> {
  readonly subject: FormSubject;
}

/** Asks before something stops, and takes the answer. */
@Injectable()
export class Confirmations {
  constructor(
    @Inject(LinkFormTickets) private readonly tickets: LinkFormTickets,
    @Inject(Pages) private readonly pages: Pages,
  ) {}

  /** The page that asks. */
  async ask(
    request: HttpRequest,
    response: HttpResponse,
    { subject, ...question }: Question,
    notice: NoticeModel | null = null,
  ): Promise<string> {
    const ticket = await this.tickets.issue(request, subject);
    const body = h(ConfirmPage, { ...question, ticket, notice });
    return this.pages.render(request, response, { title: question.title, body, place: paths.pages });
  }

  /** Does `work` when the yes is good and goes to the address it answers; asks again when it is not. */
  async answer(
    request: HttpRequest,
    response: HttpResponse,
    question: Question,
    work: () => Promise<string>,
  ): Promise<string> {
    const notice = await this.tickets.problem(request, question.subject);
    if (notice) return this.ask(request, response, question, notice);
    return this.pages.redirect(response, await work());
  }
}
