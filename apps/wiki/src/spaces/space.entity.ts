import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';

/** A place for pages about one subject. */
@Entity({ name: 'wiki_space' })
export class Space {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id' })
  id!: number;

  /** 1 to 64 letters and digits, upper case, unique. */
  @Index('wiki_space_key', { unique: true })
  @Column({ type: 'varchar', length: 64, name: 'key' })
  key!: string;

  @Column({ type: 'varchar', length: 200, name: 'name' })
  name!: string;

  /** Plain text; may be empty. */
  @Column({ type: 'text', name: 'description' })
  description!: string;

  @Column(instant('created_at'))
  createdAt!: number;

  /** A person's id. */
  @Column({ type: 'varchar', length: 32, name: 'created_by' })
  createdBy!: string;
}
