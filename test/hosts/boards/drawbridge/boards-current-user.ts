import { Injectable } from '@nestjs/common';
import { BaseUrl, CurrentUser, type Level, type SignedInPerson } from 'nestjs-drawbridge/host';
import { type BoardsRequest } from '../boards-request.js';
import { PeopleService } from '../people.service.js';
import { roleAt } from './role-at.js';

/** Tells the libraries who is signed in here. */
@Injectable()
export class BoardsCurrentUser extends CurrentUser {
  constructor(
    private readonly people: PeopleService,
    private readonly baseUrl: BaseUrl,
  ) {
    super();
  }

  async of(request: unknown): Promise<SignedInPerson | null> {
    const { headers } = request as BoardsRequest;
    const found = headers.authorization === undefined ? this.people.ofCookie(headers.cookie) : undefined;
    return found ? { userId: found.person.id, sessionId: found.session } : null;
  }

  signInUrl(returnTo: string): string {
    return this.baseUrl.pathOf(`/login?returnTo=${encodeURIComponent(returnTo)}`);
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const person = this.people.byId(userId);
    const role = level && roleAt(level);
    (request as BoardsRequest).user = person?.active && role ? { ...person, role } : undefined;
  }
}
