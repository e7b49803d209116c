import { Injectable } from '@nestjs/common';
import { CurrentUser, type Level, type Person, type SignedInPerson } from 'nestjs-drawbridge/host';
import { UsersOneByOne } from '../../support/users-one-by-one.js';
import { CooksService, rights } from './cooks.service.js';
import { type CookbookRequest } from './guards.js';

const all = rights.taste | rights.cook | rights.own;
const upTo: Readonly<Record<Level, number>> = {
  READ: rights.taste,
  WRITE: rights.taste | rights.cook,
  ADMIN: all,
  SYSTEM_ADMIN: all,
};

/** Who is signed in at the cookbook. */
@Injectable()
export class CookbookCurrentUser extends CurrentUser {
  constructor(private readonly cooks: CooksService) {
    super();
  }

  async of(request: unknown): Promise<SignedInPerson | null> {
    const { headers } = request as CookbookRequest;
    const found = headers.authorization === undefined ? this.cooks.ofCookie(headers.cookie) : undefined;
    return found ? { userId: found.cook.id.toString(), sessionId: found.session } : null;
  }

  signInUrl(): string {
    return '/login';
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const cook = this.cooks.byId(Number(userId));
    (request as CookbookRequest).cook = cook && { ...cook, rights: cook.rights & (level ? upTo[level] : 0) };
  }
}

/** The cooks as people. */
@Injectable()
export class CookbookUsers extends UsersOneByOne {
  constructor(private readonly cooks: CooksService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const cook = this.cooks.byId(Number(userId));
    if (!cook) return null;
    const level = (['ADMIN', 'WRITE', 'READ'] as const).find((each) => (cook.rights & upTo[each]) === upTo[each]);
    return { userId, displayName: cook.name, active: true, level: level ?? null };
  }
}
