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
  /** `open` while something flows, `idle` while nothing has been sent yet, `over` when there is nothing left to close. */
  state(): 'idle' | 'open' | 'over';
  /** Ends it and tells the other side why, where the transport can. */
  close(reason: string): void;
}
