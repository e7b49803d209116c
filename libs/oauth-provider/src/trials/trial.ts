import { type Client } from '../clients/client.entity.js';

/** An administrator's own try of a link: one round trip to an address of the wiki itself. */
export interface Trial {
  readonly clientId: string;
  /** Who tries it, and in which session. */
  readonly userId: string;
  readonly session: string;
  /** The page of the wiki that the round trip comes back to, as a full URL. */
  readonly redirectUri: string;
  /** The PKCE verifier (RFC 7636 §4.1). */
  readonly verifier: string;
  /** In milliseconds since 1970. */
  readonly expiresAt: number;
}

/** What a trial is of. */
export interface TrialSubject {
  readonly client: Pick<Client, 'id' | 'scopes'>;
  readonly redirectUri: string;
}

/** How long a trial may take, in milliseconds. */
export const trialLife = 600_000;
