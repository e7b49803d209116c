import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { instant } from '../database/instant.column.js';

/** Somebody with an account. Never deleted, since pages name their authors: an account that is over is inactive. */
@Entity({ name: 'wiki_person' })
export class Person {
  /** 32 hexadecimal digits, never given to somebody else; `userKey` on the wire. */
  @PrimaryColumn({ type: 'varchar', length: 32, name: 'id' })
  id!: string;

  /** Lower case, unique. */
  @Index('wiki_person_username', { unique: true })
  @Column({ type: 'varchar', length: 64, name: 'username' })
  username!: string;

  @Column({ type: 'varchar', length: 255, name: 'display_name' })
  displayName!: string;

  @Column({ type: 'varchar', length: 255, name: 'email', nullable: true })
  email!: string | null;

  /** An argon2id hash in its encoded form. */
  @Column({ type: 'varchar', length: 255, name: 'password_hash' })
  passwordHash!: string;

  /** `false` for somebody who may not sign in any more. */
  @Column({ type: 'boolean', name: 'active' })
  active!: boolean;

  @Column(instant('created_at'))
  createdAt!: number;

  /** The language they chose, as a BCP 47 tag; `null` for the browser's. */
  @Column({ type: 'varchar', length: 35, name: 'language', nullable: true })
  language!: string | null;

  /** IANA name of the time zone they chose; `null` for UTC. */
  @Column({ type: 'varchar', length: 64, name: 'time_zone', nullable: true })
  timeZone!: string | null;
}
