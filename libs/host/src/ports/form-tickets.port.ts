import { type SignedInPerson } from './current-user.port.js';

/** What a ticket is good for: one purpose, for one person in one session, and for exactly what they were shown. */
export interface TicketSubject {
  /** A short constant naming the form, for instance `consent`. */
  readonly purpose: string;
  readonly person: SignedInPerson;
  /** Everything the person saw and the answer depends on. Order matters; a change of any part refuses the ticket. */
  readonly shown: readonly string[];
}

/** Why a ticket was refused. */
export type TicketRefusal = 'missing' | 'forged' | 'expired' | 'used';

/** Anti-forgery: issue a ticket, check one. Default: signed, one-time, bound to session, person and what was shown. */
export abstract class FormTickets {
  /** A one-time ticket for a form. */
  abstract issue(subject: TicketSubject): Promise<string>;

  /** Takes a form's ticket out of circulation. Answers `null` when it was good, else why it was not. */
  abstract redeem(ticket: string | undefined, subject: TicketSubject): Promise<TicketRefusal | null>;

  /** A ticket for the changes that one page makes by script; good for the session, not for one use. */
  abstract issueForSession(person: SignedInPerson): Promise<string>;

  /** Checks a ticket that came in the header `X-CSRF-Token`. Answers `null` when it was good. */
  abstract checkForSession(ticket: string | undefined, person: SignedInPerson): Promise<TicketRefusal | null>;
}
