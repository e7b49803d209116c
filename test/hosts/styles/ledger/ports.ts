import { Injectable } from '@nestjs/common';
import { CurrentUser, type Level, type Person, type SignedInPerson } from 'nestjs-drawbridge/host';
import { UsersOneByOne } from '../../support/users-one-by-one.js';
import { type LedgerRequest } from './entries.service.js';
import { type Member, MembersService } from './members.service.js';

const levelOf = ({ isTreasurer, keepsBooks }: Member): Level => (isTreasurer ? 'ADMIN' : keepsBooks ? 'WRITE' : 'READ');

/** Who is signed in at the ledger. */
@Injectable()
export class LedgerCurrentUser extends CurrentUser {
  constructor(private readonly members: MembersService) {
    super();
  }

  async of(request: unknown): Promise<SignedInPerson | null> {
    const { headers } = request as LedgerRequest;
    const found = headers.authorization === undefined ? this.members.ofCookie(headers.cookie) : undefined;
    return found ? { userId: found.member.id, sessionId: found.session } : null;
  }

  signInUrl(): string {
    return '/login';
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const member = level && this.members.byId(userId);
    (request as LedgerRequest).user = member
      ? {
          ...member,
          keepsBooks: member.keepsBooks && level !== 'READ',
          isTreasurer: member.isTreasurer && level !== 'READ' && level !== 'WRITE',
        }
      : undefined;
  }
}

/** The members as people. */
@Injectable()
export class LedgerUsers extends UsersOneByOne {
  constructor(private readonly members: MembersService) {
    super();
  }

  async byId(userId: string): Promise<Person | null> {
    const member = this.members.byId(userId);
    return member ? { userId, displayName: member.name, active: true, level: levelOf(member) } : null;
  }
}
