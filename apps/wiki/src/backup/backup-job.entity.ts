import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';

/** How far a backup is. */
export type BackupState = 'QUEUED' | 'PROCESSING' | 'FINISHED' | 'FAILED';

/** One backup of the whole site, asked for by somebody. */
@Entity({ name: 'wiki_backup_job' })
export class BackupJob {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id' })
  id!: number;

  @Column({ type: 'varchar', length: 16, name: 'state' })
  state!: BackupState;

  /** The file's name in the folder `backups` of the data folder. */
  @Column({ type: 'varchar', length: 255, name: 'file_name' })
  fileName!: string;

  /** In bytes; `null` until the backup is finished. */
  @Column(instant('size', { nullable: true }))
  size!: number | null;

  /** A person's id. */
  @Column({ type: 'varchar', length: 32, name: 'requested_by' })
  requestedBy!: string;

  @Column(instant('created_at'))
  createdAt!: number;

  /** When the node that works on it last said so; written once a minute. */
  @Column(instant('beat_at', { nullable: true }))
  beatAt!: number | null;

  @Column(instant('finished_at', { nullable: true }))
  finishedAt!: number | null;

  /** Why it failed; `null` unless it did. */
  @Column({ type: 'varchar', length: 255, name: 'error', nullable: true })
  error!: string | null;
}
