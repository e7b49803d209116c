import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** How often something failed in one window. Names and order of the columns are those that rate-limiter-flexible writes. */
@Entity('drawbridge_throttle')
export class ThrottleCount {
  /** A digest of what was tried, for whom, from which network and in which window. */
  @PrimaryColumn({ type: 'varchar', length: 43 })
  key!: string;

  @Column({ type: 'integer' })
  points!: number;

  @InstantColumn({ name: 'expire', nullable: true })
  @Index('drawbridge_throttle_expire')
  expire!: number | null;
}
