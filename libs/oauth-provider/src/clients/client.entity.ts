import { type Scope } from 'nestjs-drawbridge/scopes';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';
import { ScopesColumn } from '../storage/scopes.column.js';

/** `confidential`: can keep a secret. `public`: cannot, and proves itself by PKCE alone (RFC 6749 §2.1). */
export type ClientType = 'confidential' | 'public';

/** An application as the provider knows it. */
@Entity('drawbridge_client')
export class Client {
  /** The client id: 32 lower-case hexadecimal digits. */
  @PrimaryColumn({ type: 'varchar', length: 32 })
  id!: string;

  @Column({ type: 'varchar', length: 255 })
  name!: string;

  @Column({ type: 'varchar', length: 16 })
  type!: ClientType;

  /** The scopes it was registered with. It may ask for each of them and for every lower one. */
  @ScopesColumn({ name: 'scopes' })
  scopes!: readonly Scope[];

  /** Where people may be sent back to, to the letter. At least one. */
  @Column({ name: 'redirect_uris', type: 'simple-json' })
  redirectUris!: readonly string[];

  /** While `false`, nothing of it is let in: no authorization, no token, no request. */
  @Column({ type: 'boolean' })
  enabled!: boolean;

  /** Whether a code challenge is asked of it. Always `true` for public clients. */
  @Column({ name: 'pkce_required', type: 'boolean' })
  pkceRequired!: boolean;

  /** Whether its code challenge may be the verifier itself (RFC 7636 §4.2). Never for public clients. */
  @Column({ name: 'plain_pkce_allowed', type: 'boolean' })
  plainPkceAllowed!: boolean;

  /** Whether it may introspect the access tokens of every client, as a resource server does. Never for public clients. */
  @Column({ name: 'may_introspect_all', type: 'boolean' })
  mayIntrospectAll!: boolean;

  /** Life of its access tokens in seconds; `null` for the host's. */
  @Column({ name: 'access_token_seconds', type: 'integer', nullable: true })
  accessTokenSeconds!: number | null;

  /** Life of its refresh tokens in seconds, counted anew with each refresh; `null` for the host's. */
  @Column({ name: 'refresh_token_seconds', type: 'integer', nullable: true })
  refreshTokenSeconds!: number | null;

  /** Absolute life of its sign-ins in seconds, counted from the person's yes; `null` for the host's. */
  @Column({ name: 'family_seconds', type: 'integer', nullable: true })
  familySeconds!: number | null;
  /**
   * Whether a person who said yes before is sent on when they are asked the very same again in the same browser. Always
   * `false` for public clients, which cannot prove that it is they who ask (RFC 6749 §10.2).
   */
  @Column({ name: 'remember_consent', type: 'boolean' })
  rememberConsent!: boolean;

  /** The person who registered it. */
  @Column({ name: 'created_by', type: 'varchar', length: 255, nullable: true })
  createdBy!: string | null;

  @InstantColumn({ name: 'created_at' })
  createdAt!: number;

  /** Last change of any setting; a consent that was shown before it is asked for again. */
  @InstantColumn({ name: 'updated_at' })
  updatedAt!: number;

  /** The last request it made with a token, to within a few seconds. */
  @InstantColumn({ name: 'last_used_at', nullable: true })
  lastUsedAt!: number | null;
}
