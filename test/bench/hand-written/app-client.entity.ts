import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An application that may ask for tokens. */
@Entity('app_client')
export class AppClient {
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  /** SHA-256, base64url. */
  @Column({ name: 'secret_digest', type: 'varchar', length: 43 })
  secretDigest!: string;

  @Column({ type: 'boolean' })
  enabled!: boolean;
}
