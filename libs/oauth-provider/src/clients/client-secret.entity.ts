import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** One secret of a confidential client. Several may be live while they are being rotated. */
@Entity('drawbridge_client_secret')
export class ClientSecret {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Index('drawbridge_client_secret_client')
  @Column({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** SHA-256, base64url. Enough for 256 random bits, which nobody can guess. */
  @Column({ type: 'varchar', length: 43 })
  digest!: string;

  /** The secret itself under a key that is not in the database, so that administrators can look it up again. */
  @Column({ type: 'varchar', length: 255 })
  sealed!: string;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** When it stops being accepted; `null`: never. */
  @InstantColumn({ name: 'expires_at', nullable: true })
  expiresAt!: number | null;

  /** To within a few seconds. */
  @InstantColumn({ name: 'last_used_at', nullable: true })
  lastUsedAt!: number | null;
}
