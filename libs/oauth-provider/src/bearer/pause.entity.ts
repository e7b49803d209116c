import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** While its one row is there, no node lets an application in. */
@Entity('drawbridge_pause')
export class Pause {
  /** Always {@link everyNode}. */
  @PrimaryColumn({ type: 'varchar', length: 16 })
  id!: string;

  @InstantColumn({ name: 'since' })
  since!: number;
}

/** The id of the one row. */
export const everyNode = 'every-node';
