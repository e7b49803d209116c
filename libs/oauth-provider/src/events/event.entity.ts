import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** One line of the audit trail. */
@Entity('drawbridge_event')
@Index('drawbridge_event_client', ['clientId', 'id'])
export class EventRecord {
  /** Grows with time; newest first is highest first. */
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

  @Column({ type: 'simple-json' })
  details!: object;
}
