import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';
import { type CleaningProgress } from './cleaning-progress.js';

/** Whose turn it is to clean: one row for all nodes. */
@Entity('drawbridge_cleaning_turn')
export class CleaningTurn {
  /** Always {@link theTurn}. */
  @PrimaryColumn({ type: 'varchar', length: 16 })
  id!: string;

  /** The node that has it or had it last: 128 random bits, new with each start, hexadecimal. */
  @Column({ type: 'varchar', length: 32, nullable: true })
  holder!: string | null;

  /** Until when it is the holder's, unless they say again that they are at it. A killed one loses it with this. */
  @InstantColumn({ name: 'held_until' })
  heldUntil!: number;

  /** When the next round is due. */
  @InstantColumn({ name: 'due_at' })
  dueAt!: number;

  /** How far the round under way has come, so that the next holder goes on from there. */
  @Column({ type: 'simple-json', nullable: true })
  progress!: CleaningProgress | null;
}

/** The id of the one row. */
export const theTurn = 'cleaning';
