import { type Scope } from 'nestjs-drawbridge/scopes';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';
import { ScopesColumn } from '../storage/scopes.column.js';

/** A person's yes to one very question, to be repeated in the same browser. It is dead without its grant. */
@Entity('drawbridge_remembered_consent')
export class RememberedConsent {
  @PrimaryColumn({ name: 'grant_id', type: 'varchar', length: 32 })
  grantId!: string;

  /** What was asked, and in which browser: a digest, see {@link questionDigest}. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  question!: string;

  /** The client's `updatedAt` that the person saw. A client that was changed since has to ask again. */
  @InstantColumn({ name: 'client_updated_at' })
  clientUpdatedAt!: number;

  /** What the person gave; may be less than was asked. */
  @ScopesColumn({ name: 'scopes' })
  scopes!: readonly Scope[];

  /** When the person said yes themselves. Repeating it does not prolong it. */
  @InstantColumn({ name: 'answered_at' })
  answeredAt!: number;

  /** Until when the person was told it would be remembered. */
  @InstantColumn({ name: 'expires_at' })
  expiresAt!: number;

  /** How often it was repeated since `countedSince`. */
  @Column({ type: 'integer' })
  uses!: number;

  @InstantColumn({ name: 'counted_since' })
  countedSince!: number;
}
