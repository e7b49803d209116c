import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';

/** A member of the club. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly keepsBooks: boolean;
  readonly isTreasurer: boolean;
}

/** The members, and who is signed in. */
@Injectable()
export class MembersService {
  private readonly members: readonly Member[] = [
    { id: 'm-reader', name: 'reader', keepsBooks: false, isTreasurer: false },
    { id: 'm-writer', name: 'writer', keepsBooks: true, isTreasurer: false },
    { id: 'm-admin', name: 'admin', keepsBooks: true, isTreasurer: true },
  ];
  private readonly sessions = new Map<string, string>();

  byId(id: string | undefined): Member | undefined {
    return this.members.find((member) => member.id === id);
  }

  signIn(name: string | undefined, password: string | undefined): string | undefined {
    const member = this.members.find((each) => each.name === name && each.name === password);
    if (!member) return undefined;
    const session = randomUUID();
    this.sessions.set(session, member.id);
    return session;
  }

  ofCookie(cookie = ''): { readonly session: string; readonly member: Member } | undefined {
    const session = /(?:^|;\s*)ledger=([^;]+)/.exec(cookie)?.[1] ?? '';
    const member = this.byId(this.sessions.get(session));
    return member && { session, member };
  }
}
