import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '../storage/instant.column.js';

/** From where a client secret was used last: at most {@link mostSources} rows a secret, gone with it. */
@Entity('drawbridge_secret_use')
export class SecretUse {
  @PrimaryColumn({ name: 'secret_id', type: 'varchar', length: 32 })
  secretId!: string;

  /** The network address as the platform believes it, empty where it is not known. */
  @PrimaryColumn({ type: 'varchar', length: 64 })
  address!: string;

  /** What the program calls itself (`User-Agent`), cut, empty where it says nothing. */
  @PrimaryColumn({ type: 'varchar', length: 120 })
  agent!: string;

  @InstantColumn({ name: 'last_used_at' })
  lastUsedAt!: number;
}

/** How many sources of one secret are kept, the latest. */
export const mostSources = 20;
