import { Column, Entity } from 'typeorm';
import { Issued } from './issued.js';

/** An authorization code. */
@Entity('app_authorization_code')
export class AuthorizationCode extends Issued {
  @Column({ name: 'redirect_uri', type: 'varchar', length: 2000 })
  redirectUri!: string;

  @Column({ name: 'code_challenge', type: 'varchar', length: 43 })
  codeChallenge!: string;
}
