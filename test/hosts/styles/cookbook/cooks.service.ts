import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';

/** Somebody who cooks, with what they may do as a set of bits. */
export interface Cook {
  readonly id: number;
  readonly name: string;
  readonly rights: number;
}

/** The bits. */
export const rights = { taste: 1, cook: 2, own: 4 } as const;

/** The people of the cookbook, and who is signed in. */
@Injectable()
export class CooksService {
  private readonly cooks: readonly Cook[] = [
    { id: 1, name: 'reader', rights: rights.taste },
    { id: 2, name: 'writer', rights: rights.taste | rights.cook },
    { id: 3, name: 'admin', rights: rights.taste | rights.cook | rights.own },
  ];
  private readonly sessions = new Map<string, number>();

  byId(id: number | undefined): Cook | undefined {
    return this.cooks.find((cook) => cook.id === id);
  }

  byName(name: string): Cook | undefined {
    return this.cooks.find((cook) => cook.name === name);
  }

  signIn(cook: Cook): string {
    const session = randomUUID();
    this.sessions.set(session, cook.id);
    return session;
  }

  ofCookie(cookie = ''): { readonly session: string; readonly cook: Cook } | undefined {
    const session = /(?:^|;\s*)apron=([^;]+)/.exec(cookie)?.[1] ?? '';
    const cook = this.byId(this.sessions.get(session));
    return cook && { session, cook };
  }
}
