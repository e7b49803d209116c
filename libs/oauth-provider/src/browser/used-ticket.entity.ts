import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** A form ticket that was redeemed, kept until it would have expired anyway. */
@Entity('drawbridge_used_ticket')
export class UsedTicket {
  /** SHA-256 of the ticket, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  digest!: string;

  @InstantColumn({ name: 'expires_at' })
  expiresAt!: number;
}
