import { Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';
import { Space } from '../spaces/space.entity.js';

/** What a piece of content is. */
export type ContentType = 'page' | 'comment';

/** `trashed` content is kept but shown nowhere. */
export type ContentStatus = 'current' | 'trashed';

/** A page, or a comment on one. What it says stands in its versions. */
@Entity({ name: 'wiki_content' })
@Index('wiki_content_title', ['spaceId', 'titleKey'], { unique: true })
@Index('wiki_content_container', ['containerId'])
@Index('wiki_content_parent', ['parentId'])
@Index('wiki_content_updated', ['updatedAt'])
export class Content {
  /** A string on the wire. */
  @PrimaryGeneratedColumn({ type: 'integer', name: 'id' })
  id!: number;

  @Column({ type: 'varchar', length: 16, name: 'type' })
  type!: ContentType;

  @ForeignKey(() => Space, { onDelete: 'CASCADE' })
  @Column({ type: 'integer', name: 'space_id' })
  spaceId!: number;

  /** The page a comment belongs to; `null` for pages. */
  @Column({ type: 'integer', name: 'container_id', nullable: true })
  containerId!: number | null;

  /** The page above a page, or the comment a comment answers; `null` at the top. */
  @Column({ type: 'integer', name: 'parent_id', nullable: true })
  parentId!: number | null;

  @Column({ type: 'varchar', length: 255, name: 'title' })
  title!: string;

  /** The title in lower case, so that a space holds each title once; `null` for comments and in the trash. */
  @Column({ type: 'varchar', length: 512, name: 'title_key', nullable: true })
  titleKey!: string | null;

  @Column({ type: 'varchar', length: 16, name: 'status' })
  status!: ContentStatus;

  /** The number of the newest version, from 1. */
  @Column({ type: 'integer', name: 'version' })
  version!: number;

  /** A person's id. */
  @Column({ type: 'varchar', length: 32, name: 'created_by' })
  createdBy!: string;

  @Column(instant('created_at'))
  createdAt!: number;

  /** When the newest version was written. */
  @Column(instant('updated_at'))
  updatedAt!: number;
}
