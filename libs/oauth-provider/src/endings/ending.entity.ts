import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** What an ending is about: one sign-in, one grant, all of a client, all of a person, or everything. */
export type EndingKind = 'family' | 'grant' | 'client' | 'person' | 'all';

/** Something that a token is judged by has changed. Rows read before it say nothing about tokens after it. */
@Entity('drawbridge_ending')
export class Ending {
  /** 1, 2, 3 …, without gaps, in the order in which the endings can be seen. */
  @PrimaryColumn({ type: 'bigint', transformer: { to: (value: unknown) => value, from: Number } })
  number!: number;

  @Column({ type: 'varchar', length: 16 })
  kind!: EndingKind;

  /** The id of what ended; empty for `all`. */
  @Column({ type: 'varchar', length: 255 })
  subject!: string;

  @InstantColumn({ name: 'at' })
  at!: number;
}
