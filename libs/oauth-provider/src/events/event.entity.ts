import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** One line of the audit trail. */
@Entity('drawbridge_event')
@Index('drawbridge_event_time', ['at', 'id'])
@Index('drawbridge_event_client', ['clientId', 'at', 'id'])
@Index('drawbridge_event_type', ['type', 'at', 'id'])
@Index('drawbridge_event_actor', ['actorId', 'at', 'id'])
@Index('drawbridge_event_user', ['userId', 'at', 'id'])
@Index('drawbridge_event_address', ['addressKey', 'at', 'id'])
export class EventRecord {
  /** Grows; the trail is in the order of `at`, and of `id` within a moment. */
  @PrimaryGeneratedColumn('increment', { type: 'integer' })
  id!: number;

  @Column({ type: 'varchar', length: 64 })
  type!: string;

  @InstantColumn({ name: 'at' })
  at!: number;

  @Column({ name: 'actor_id', type: 'varchar', length: 255, nullable: true })
  actorId!: string | null;

  @Column({ name: 'actor_client_id', type: 'varchar', length: 32, nullable: true })
  actorClientId!: string | null;

  @Column({ name: 'client_id', type: 'varchar', length: 32, nullable: true })
  clientId!: string | null;

  @Column({ name: 'user_id', type: 'varchar', length: 255, nullable: true })
  userId!: string | null;

  @Column({ type: 'varchar', length: 64, nullable: true })
  address!: string | null;

  /** The same as 32 hexadecimal digits, by which networks are found; `null` for what is no address. */
  @Column({ name: 'address_key', type: 'varchar', length: 32, nullable: true })
  addressKey!: string | null;

  @Column({ type: 'simple-json' })
  details!: object;
}
