import { type Client } from 'nestjs-drawbridge/oauth-provider';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** The administrator's record of one application that is let in. What the application may do stands in its client. */
@Entity('drawbridge_link')
export class ApplicationLink {
  /** 32 lower-case hexadecimal digits. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Index('drawbridge_link_client', { unique: true })
  @Column({ name: 'client_id', type: 'varchar', length: 32 })
  clientId!: string;

  /** The client's name as it is compared and searched: no two links have the same. */
  @Index('drawbridge_link_name', { unique: true })
  @Column({ name: 'name_key', type: 'varchar', length: 400 })
  nameKey!: string;

  /** For administrators only; may be empty. */
  @Column({ type: 'text' })
  description!: string;

  /** Counts the changes, from 1. Who changes a link names the version they saw. */
  @Column({ type: 'integer' })
  version!: number;

  @Index('drawbridge_link_created')
  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** The person who changed it last. */
  @Column({ name: 'updated_by', type: 'varchar', length: 255, nullable: true })
  updatedBy!: string | null;

  @InstantColumn({ name: 'updated_at' })
  updatedAt!: number;

  /** Filled by the look-up. No column. */
  client!: Client;
}
