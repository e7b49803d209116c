import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { Content } from './content.entity.js';

/** A word that somebody tied to a piece of content. */
@Entity({ name: 'wiki_content_label' })
@Index('wiki_content_label_name', ['contentId', 'name'], { unique: true })
export class ContentLabel {
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id' })
  id!: number;

  @ForeignKey(() => Content, { onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'content_id' })
  contentId!: number;

  /** Lower case, without spaces. */
  @Column({ type: 'varchar', length: 255, name: 'name' })
  name!: string;
}
