import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';
import { Content } from './content.entity.js';

/** What a piece of content said at one time. Written once, never changed. */
@Entity({ name: 'wiki_content_version' })
export class ContentVersion {
  @ForeignKey(() => Content, { onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'integer', name: 'content_id' })
  contentId!: number;

  /** From 1. */
  @PrimaryColumn({ type: 'integer', name: 'number' })
  number!: number;

  @Column({ type: 'varchar', length: 255, name: 'title' })
  title!: string;

  /** Storage format, cleaned of script. */
  @Column({ type: 'text', name: 'body' })
  body!: string;

  /** What the body says without its markup, in lower case, to be searched. */
  @Column({ type: 'text', name: 'text' })
  text!: string;

  /** A person's id. */
  @Column({ type: 'varchar', length: 32, name: 'author_id' })
  authorId!: string;

  @Column(instant('created_at'))
  createdAt!: number;

  /** What the author said of the change; may be empty. */
  @Column({ type: 'varchar', length: 255, name: 'message' })
  message!: string;
}
