import { type Scope } from 'nestjs-drawbridge/scopes';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { type Client } from '../clients/client.entity.js';
import { InstantColumn } from '../storage/instant.column.js';
import { ScopesColumn } from '../storage/scopes.column.js';
import { type FamilyEnd } from './family-end.js';

/**
 * One sign-in of one application, from the code to the last refresh, in one row.
 *
 * Generation 0 is the authorization code that waits for its exchange; every later generation is one pair of access and
 * refresh token. A step forward is one conditional UPDATE, so it happens at most once, whatever runs in parallel.
 */
@Entity('drawbridge_family')
export class Family {
  /** 128 random bits, base64url; part of the code and of every token. */
  @PrimaryColumn({ type: 'varchar', length: 22 })
  id!: string;

  @Column({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  @Index('drawbridge_family_grant')
  @Column({ name: 'grant_id', type: 'varchar', length: 32 })
  grantId!: string;

  @Column({ name: 'user_id', type: 'varchar', length: 255 })
  userId!: string;

  /** What the person agreed to. Never widened. */
  @ScopesColumn({ name: 'scopes' })
  scopes!: readonly Scope[];

  /** What the current access token may do: `scopes`, or less where a refresh asked for less (RFC 6749 §6). */
  @ScopesColumn({ name: 'access_scopes' })
  accessScopes!: readonly Scope[];

  /** Where the code was sent. The exchange has to name it again (RFC 6749 §4.1.3). */
  @Column({ name: 'redirect_uri', type: 'varchar', length: 2000 })
  redirectUri!: string;

  /** The S256 challenge (RFC 7636 §4.2), or `null` where none was sent. */
  @Column({ name: 'code_challenge', type: 'varchar', length: 43, nullable: true })
  codeChallenge!: string | null;

  @InstantColumn({ name: 'code_expires_at' })
  codeExpiresAt!: number;

  @Column({ type: 'integer' })
  generation!: number;

  /** SHA-256 of the code while the generation is 0, else of the refresh token; base64url. */
  @Column({ name: 'redeemable_digest', type: 'varchar', length: 43 })
  redeemableDigest!: string;

  /** SHA-256 of the access token, base64url; `null` before the exchange. */
  @Column({ name: 'access_digest', type: 'varchar', length: 43, nullable: true })
  accessDigest!: string | null;

  /** When the current tokens were issued; `null` before the exchange. */
  @InstantColumn({ name: 'issued_at', nullable: true })
  issuedAt!: number | null;

  @InstantColumn({ name: 'access_expires_at', nullable: true })
  accessExpiresAt!: number | null;

  @InstantColumn({ name: 'refresh_expires_at', nullable: true })
  refreshExpiresAt!: number | null;

  /** Until when the access token of the generation before still works, for requests that were under way. */
  @InstantColumn({ name: 'previous_access_until', nullable: true })
  previousAccessUntil!: number | null;

  /** Gives the current tokens again, with the refresh token before and nothing less: for a client that lost them. */
  @Column({ name: 'replay_seed', type: 'text', nullable: true })
  replaySeed!: string | null;

  @InstantColumn({ name: 'replay_until', nullable: true })
  replayUntil!: number | null;

  /** The person's yes, which may have been remembered: before the code was issued, then. */
  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  @InstantColumn({ name: 'ended_at', nullable: true })
  endedAt!: number | null;

  @Column({ name: 'ended_because', type: 'varchar', length: 32, nullable: true })
  endedBecause!: FamilyEnd | null;

  /** Filled by the look-up; `null` when the link was deleted. No column. */
  client?: Client | null;

  /** Filled by the look-up; `false` when the authorization was withdrawn. No column. */
  hasGrant?: boolean;
}
