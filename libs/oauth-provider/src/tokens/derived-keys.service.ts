import { hkdfSync } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type Key, Keys } from 'nestjs-drawbridge/host';

/** What a key is derived for. One secret never serves two purposes. */
export type KeyPurpose = 'token-check' | 'client-secret' | 'form-ticket' | 'trial';

/** A key that serves one purpose. */
export interface DerivedKey {
  readonly id: string;
  readonly secret: Buffer;
}

/** Derives a key a purpose from each of the host's keys (HKDF, RFC 5869). */
@Injectable()
export class DerivedKeys {
  private readonly derived = new WeakMap<Key, Map<KeyPurpose, DerivedKey>>();

  constructor(@Inject(Keys) private readonly keys: Keys) {}

  /** The key that writes. */
  current(purpose: KeyPurpose): DerivedKey {
    return this.derive(this.keys.all()[0], purpose);
  }

  /** Every key that reads, the current one first. */
  all(purpose: KeyPurpose): readonly DerivedKey[] {
    return this.keys.all().map((key) => this.derive(key, purpose));
  }

  private derive(key: Key, purpose: KeyPurpose): DerivedKey {
    const byPurpose = this.derived.get(key) ?? new Map<KeyPurpose, DerivedKey>();
    this.derived.set(key, byPurpose);
    const known = byPurpose.get(purpose);
    if (known) return known;
    if (key.secret.length < 32) throw new Error(`Keys: the key '${key.id}' is shorter than 32 random bytes.`);
    const secret = Buffer.from(hkdfSync('sha256', key.secret, '', `drawbridge ${purpose}`, 32));
    const fresh = { id: key.id, secret };
    byPurpose.set(purpose, fresh);
    return fresh;
  }
}
