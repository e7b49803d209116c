import { Injectable } from '@nestjs/common';
import { BaseUrl, CurrentUser, type Level, type SignedInPerson } from 'nestjs-drawbridge/host';
import { PeopleService } from '../people/people.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { carriesToken, type WikiRequest } from '../sessions/wiki-request.js';
import { wellFormed } from '../text/legal-text.js';

/** Tells the libraries who is signed in here. */
@Injectable()
export class WikiCurrentUser extends CurrentUser {
  constructor(
    private readonly sessions: SessionsService,
    private readonly people: PeopleService,
    private readonly baseUrl: BaseUrl,
  ) {
    super();
  }

  async of(request: unknown): Promise<SignedInPerson | null> {
    const wikiRequest = request as WikiRequest;
    if (carriesToken(wikiRequest)) return null;
    const session = wikiRequest.wikiSession ?? (await this.sessions.of(wikiRequest));
    if (!session) return null;
    const isActive = wikiRequest.wikiSession ?? (await this.people.signedInUser(session.personId));
    return isActive ? { userId: session.personId, sessionId: session.id } : null;
  }

  signInUrl(returnTo: string): string {
    return this.baseUrl.pathOf(`/login?returnTo=${encodeURIComponent(wellFormed(returnTo))}`);
  }

  async become(request: unknown, userId: string, level: Level | null): Promise<void> {
    const wikiRequest = request as WikiRequest;
    const user = await this.people.signedInUser(userId);
    wikiRequest.user = user ? { ...user, level } : undefined;
  }
}
