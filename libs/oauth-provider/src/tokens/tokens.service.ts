import { Inject, Injectable } from '@nestjs/common';
import { DerivedKeys } from './derived-keys.service.js';
import { digestOf, sameText } from './digest.js';
import { following, newSeed, type Origin } from './successors.js';
import { mintToken, type ParsedToken, parseToken, type TokenKind } from './token-format.js';

/** What a code or a refresh token is exchanged for. */
export interface TokenPair {
  readonly access: string;
  readonly refresh: string;
}

/** Makes codes and tokens, and tells authentic ones from forged ones. Asks no database. */
@Injectable()
export class Tokens {
  constructor(@Inject(DerivedKeys) private readonly keys: DerivedKeys) {}

  /** A new value of this kind for a generation of a family. */
  mint(kind: TokenKind, familyId: string, generation: number): string {
    return mintToken(kind, familyId, generation, this.keys.current('token-check').secret);
  }

  /** A new pair for a generation of a family, and the seed that gives it again to the holder of what was redeemed. */
  next(redeemed: string, familyId: string, generation: number): TokenPair & { readonly seed: string } {
    const seed = newSeed();
    const { secret } = this.keys.current('token-check');
    return { ...pairOf({ redeemed, seed }, familyId, generation, secret), seed };
  }

  /** The pair of {@link next} once more; `null` unless its refresh token has this digest. */
  again(origin: Origin, familyId: string, generation: number, refreshDigest: string): TokenPair | null {
    const pairs = this.keys.all('token-check').map(({ secret }) => pairOf(origin, familyId, generation, secret));
    return pairs.find(({ refresh }) => sameText(digestOf(refresh), refreshDigest)) ?? null;
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

function pairOf(origin: Origin, familyId: string, generation: number, key: Buffer): TokenPair {
  const mint = (kind: 'access' | 'refresh'): string =>
    mintToken(kind, familyId, generation, key, following(kind, origin));
  return { access: mint('access'), refresh: mint('refresh') };
}
