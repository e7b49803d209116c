import { Column, Entity, PrimaryColumn } from 'typeorm';
import { type RefusalReason } from './refusal-reason.js';

/** How often a client was turned away for one reason on one day. */
@Entity('drawbridge_usage_refusal')
export class RefusalUsage {
  @PrimaryColumn({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** The day in UTC, `2026-11-23`. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  @PrimaryColumn({ type: 'varchar', length: 32 })
  reason!: RefusalReason;

  @Column({ type: 'integer' })
  refusals!: number;
}
