import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person. */
@Entity('app_user')
export class AppUser {
  @PrimaryColumn({ type: 'varchar', length: 64 })
  id!: string;

  @Column({ type: 'boolean' })
  active!: boolean;

  @Column({ type: 'varchar', length: 16 })
  level!: string;
}
