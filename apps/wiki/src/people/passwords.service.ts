import { Injectable } from '@nestjs/common';
import { argon2id, hash, verify } from 'argon2';

const cost = { type: argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Turns passwords into hashes and compares them. */
@Injectable()
export class PasswordsService {
  private readonly nobody = hash('nobody has this password', cost);

  /** An argon2id hash, with a salt of its own. */
  async hash(password: string): Promise<string> {
    return hash(password, cost);
  }

  /** Whether the password is the one that was hashed. Takes as long when there is no hash to compare with. */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const isRight = await verify(passwordHash ?? (await this.nobody), password);
    return isRight && passwordHash !== undefined;
  }
}
