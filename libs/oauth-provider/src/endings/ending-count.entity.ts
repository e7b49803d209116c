import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How many endings there were. Its one row is locked by whoever adds some, so that they become visible in their order. */
@Entity('drawbridge_ending_count')
export class EndingCount {
  /** Always {@link allEndings}. */
  @PrimaryColumn({ type: 'varchar', length: 16 })
  id!: string;

  @Column({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  number!: number;
}

/** The id of the one row. */
export const allEndings = 'all';
