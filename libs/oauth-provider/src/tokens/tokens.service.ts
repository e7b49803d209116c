import { Inject, Injectable } from '@nestjs/common';
import { DerivedKeys } from './derived-keys.service.js';
import { mintToken, type ParsedToken, parseToken, type TokenKind } from './token-format.js';

/** Makes codes and tokens, and tells authentic ones from forged ones. Asks no database. */
@Injectable()
export class Tokens {
  constructor(@Inject(DerivedKeys) private readonly keys: DerivedKeys) {}

  /** A new value of this kind for a generation of a family. */
  mint(kind: TokenKind, familyId: string, generation: number): string {
    return mintToken(kind, familyId, generation, this.keys.current('token-check').secret);
  }

  /** The parts of an authentic value, or `null`. */
  parse(kind: TokenKind, value: string): ParsedToken | null {
    const keys = this.keys.all('token-check').map(({ secret }) => secret);
    return parseToken(kind, value, keys);
  }

  /** Whether a key that made a value is still among the keys. */
  trusts(key: Buffer): boolean {
    return this.keys.all('token-check').some(({ secret }) => secret === key);
  }
}
