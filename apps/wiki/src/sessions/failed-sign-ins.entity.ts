import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';

/** How often signing in failed in one minute, in the columns that a `FailureCounter` writes. */
@Entity({ name: 'wiki_failed_sign_ins' })
export class FailedSignIns {
  /** A digest of minute, network and username. */
  @PrimaryColumn({ type: 'varchar', length: 43, name: 'key' })
  key!: string;

  @Column({ type: 'integer', name: 'points' })
  points!: number;

  @Index('wiki_failed_sign_ins_expire')
  @Column(instant('expire', { nullable: true }))
  expire!: number | null;
}
