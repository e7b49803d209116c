import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a client came in one hour; kept for two days. */
@Entity('drawbridge_usage_hour')
export class HourlyUsage {
  @PrimaryColumn({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** The hour in UTC, `2026-11-23T14`. */
  @PrimaryColumn({ type: 'varchar', length: 13 })
  hour!: string;

  /** Requests that were let in. */
  @Column({ type: 'integer' })
  requests!: number;

  /** Requests that were turned away. */
  @Column({ type: 'integer' })
  refusals!: number;
}
