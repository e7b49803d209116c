import { type Scope } from 'nestjs-drawbridge/scopes';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';
import { ScopesColumn } from '../storage/scopes.column.js';

/** One person's yes to one client. When its row is gone, everything that was issued under it is dead. */
@Entity('drawbridge_grant')
@Index('drawbridge_grant_client_user', ['clientId', 'userId'], { unique: true })
@Index('drawbridge_grant_latest', ['clientId', 'updatedAt', 'id'])
export class Grant {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  /** Part of other indices as well; counted by this one, which is much smaller. */
  @Index('drawbridge_grant_client')
  @Column({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  @Index('drawbridge_grant_user')
  @Column({ name: 'user_id', type: 'varchar', length: 255 })
  userId!: string;

  /** The widest the person has agreed to. What a token may do stands in its own family and is never widened by this. */
  @ScopesColumn({ name: 'scopes' })
  scopes!: readonly Scope[];

  /** The first yes. */
  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** The last yes. */
  @InstantColumn({ name: 'updated_at' })
  updatedAt!: number;

  /** The last request made under it, to within a few seconds. */
  @InstantColumn({ name: 'last_used_at', nullable: true })
  lastUsedAt!: number | null;

  /** Until when a grant may stay that was made to try the link and nothing else; `null` for every other. */
  @InstantColumn({ name: 'trial_until', nullable: true })
  trialUntil!: number | null;
}
