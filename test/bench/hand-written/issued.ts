import { Column, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { AppClient } from './app-client.entity.js';
import { AppUser } from './app-user.entity.js';

/** What codes and tokens have in common. */
export abstract class Issued {
  /** SHA-256, base64url. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  digest!: string;

  @Index()
  @ManyToOne(() => AppClient, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'client_id' })
  client!: AppClient;

  @Index()
  @ManyToOne(() => AppUser, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id' })
  user!: AppUser;

  @Column({ type: 'varchar', length: 255 })
  scope!: string;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  /** When it was used up or withdrawn. */
  @Column({ name: 'ended_at', type: 'timestamptz', nullable: true })
  endedAt!: Date | null;
}
