import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a client came on one day. */
@Entity('drawbridge_usage')
export class DailyUsage {
  @PrimaryColumn({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** The day in UTC, `2026-11-23`. */
  @PrimaryColumn({ type: 'varchar', length: 10 })
  day!: string;

  /** Requests that were let in. */
  @Column({ type: 'integer' })
  requests!: number;

  /** Requests that were turned away, for whatever reason, where it is known whose they are. */
  @Column({ type: 'integer' })
  refusals!: number;
}
