import { Column, Entity, Index } from 'typeorm';
import { Issued } from './issued.js';

/** An access token. */
@Entity('app_access_token')
export class AccessToken extends Issued {
  /** The refresh token it came with. */
  @Index()
  @Column({ name: 'refresh_digest', type: 'varchar', length: 43 })
  refreshDigest!: string;
}
