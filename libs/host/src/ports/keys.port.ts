/** One secret key at rest. */
export interface Key {
  /** Names the key in what it encrypted: 1 to 32 of `A-Z a-z 0-9 _ -`. Never reused for another secret. */
  readonly id: string;
  /** At least 32 random bytes. */
  readonly secret: Buffer;
}

/**
 * The secrets that protect what is stored: they encrypt client secrets and check tokens. Kept outside the database.
 * No default: a host without keys does not start.
 */
export abstract class Keys {
  /** Every key that may still be needed, the current one first. The current one writes, all of them read. */
  abstract all(): readonly [Key, ...Key[]];
}
