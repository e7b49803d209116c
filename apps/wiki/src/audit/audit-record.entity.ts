import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';

/** Something an administrator may want to know of later. */
@Entity({ name: 'wiki_audit_record' })
export class AuditRecord {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id' })
  id!: number;

  @Index('wiki_audit_record_at')
  @Column(instant('at'))
  at!: number;

  /** The person who did it; `null` when the wiki itself or an application did. */
  @Column({ type: 'varchar', length: 255, name: 'actor_id', nullable: true })
  actorId!: string | null;

  /** One line, for instance `Person disabled`. */
  @Column({ type: 'varchar', length: 255, name: 'summary' })
  summary!: string;

  /** For instance `People`, `Groups`, `Spaces`, `Sign-in`, `Application links`. */
  @Column({ type: 'varchar', length: 64, name: 'category' })
  category!: string;

  /** The name of what it was done to; may be empty. */
  @Column({ type: 'varchar', length: 512, name: 'affected' })
  affected!: string;

  /** The network address it came from, where there was one. */
  @Column({ type: 'varchar', length: 64, name: 'address', nullable: true })
  address!: string | null;
}
