import { Entity } from 'typeorm';
import { Issued } from './issued.js';

/** A refresh token. */
@Entity('app_refresh_token')
export class RefreshToken extends Issued {}
