import { type Scope } from 'nestjs-drawbridge/scopes';
import { type FamilyEnd } from './family-end.js';

/** What an access token of a family is judged by, besides its person, as it was stored at one moment. */
export interface FamilyState {
  readonly id: string;
  readonly clientId: string;
  readonly grantId: string;
  readonly userId: string;
  readonly generation: number;
  readonly accessDigest: string | null;
  readonly accessExpiresAt: number | null;
  readonly previousAccessUntil: number | null;
  /** The most that the access token and the client's registration have in common. */
  readonly scope: Scope | null;
  readonly endedAt: number | null;
  readonly endedBecause: FamilyEnd | null;
  readonly client: 'enabled' | 'disabled' | 'gone';
  readonly hasGrant: boolean;
  /** Whether applications are turned away on every node. */
  readonly isPaused: boolean;
}

/** The same with the number of the newest ending that was stored at that moment. */
export interface FamilyReading {
  readonly state: FamilyState;
  readonly asOf: number;
}
