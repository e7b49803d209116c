import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';
import { Person } from '../people/person.entity.js';

/** One sign-in in one browser. */
@Entity({ name: 'wiki_session' })
export class Session {
  /** SHA-256 of the cookie's value, hexadecimal: the table alone opens no session. */
  @PrimaryColumn({ type: 'varchar', length: 64, name: 'id' })
  id!: string;

  @Index('wiki_session_person')
  @ForeignKey(() => Person, { onDelete: 'CASCADE' })
  @Column({ type: 'varchar', length: 32, name: 'person_id' })
  personId!: string;

  @Column(instant('created_at'))
  createdAt!: number;

  /** Written at most once a minute. */
  @Column(instant('last_seen_at'))
  lastSeenAt!: number;

  /** The end of the session however busy it is. */
  @Index('wiki_session_expires')
  @Column(instant('expires_at'))
  expiresAt!: number;

  /** What this session's forms are signed with. */
  @Column({ type: 'varchar', length: 64, name: 'csrf_secret' })
  csrfSecret!: string;
}
