import { type Scope } from 'nestjs-drawbridge/scopes';
import { type PresentedToken } from '../bearer/presented-token.js';

/** A connection or an answer under way that somebody was let into, and which ends with their access. */
export interface OpenAccess {
  readonly clientId: string;
  readonly presented: PresentedToken;
  /** The highest scope it was used for. It is closed as soon as the access reaches less. */
  needed: Scope;
  /** Why it is to be closed as soon as something flows, whatever its token says. */
  ended?: string;
  /** Where it stands in the one list of what is open, while it does. */
  place?: number | undefined;
  /** `open` while something flows, `idle` while nothing has been sent yet, `over` when there is nothing left to close. */
  state(): 'idle' | 'open' | 'over';
  /** Ends it and tells the other side why, where the transport can. */
  close(why: Closing): void;
}

/** Why something open is closed, with the fields that a refused request would have got. */
export interface Closing {
  readonly statusCode: number;
  readonly error: string;
  readonly message: string;
}

/** The access is over. */
export const accessEnded = (message: string): Closing => ({ statusCode: 401, error: 'invalid_token', message });

/** The access does not reach as far as it did. */
export const accessShrunk = (message: string): Closing => ({ statusCode: 403, error: 'insufficient_scope', message });

/** Nothing is said about the access. */
export const notNow = (message: string): Closing => ({ statusCode: 503, error: 'temporarily_unavailable', message });
