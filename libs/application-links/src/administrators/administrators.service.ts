import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { CurrentUser, type SignedInPerson, Users } from 'nestjs-drawbridge/host';
import { addressOf, type HttpRequest, phrased } from 'nestjs-drawbridge/oauth-provider';
import { type Access, suffices } from 'nestjs-drawbridge/scopes';
import { say } from '../words/link-words.js';
import { type Administrator } from './administrator.js';

/** Finds out whether whoever sends a request may administer links. */
@Injectable()
export class Administrators {
  constructor(
    @Inject(CurrentUser) private readonly currentUser: CurrentUser,
    @Inject(Users) private readonly users: Users,
  ) {}

  /**
   * The administrator who is signed in on a request, or `null` when nobody is.
   *
   * @throws ForbiddenException when the person is below ADMIN now
   */
  async signedIn(request: HttpRequest): Promise<(Administrator & { readonly person: SignedInPerson }) | null> {
    const signedIn = await this.currentUser.of(request);
    if (!signedIn) return null;
    if (!(await this.mayAdminister(signedIn.userId))) throw phrased(ForbiddenException, say('links.forAdministrators'));
    const actor = { userId: signedIn.userId, address: addressOf(request) };
    return { actor, person: signedIn, clientId: null, ceiling: 'SYSTEM_ADMIN' };
  }

  /**
   * Whoever works on the host's own data, without a request: an operator.
   *
   * @param userId the person in whose name; `null` for nobody in particular
   * @param address what the audit trail says of where it came from
   * @throws ForbiddenException when that person is not there, not active or below ADMIN now
   */
  async operator(userId: string | null, address: string | null): Promise<Administrator> {
    if (userId !== null && !(await this.mayAdminister(userId)))
      throw new ForbiddenException('This person is no administrator now, so nothing is done in their name.');
    return { actor: { userId, address }, person: null, clientId: null, ceiling: 'SYSTEM_ADMIN' };
  }

  /**
   * The administrator that an application acts for.
   *
   * @throws ForbiddenException when token or person are below SYSTEM_ADMIN
   */
  through(access: Access, request: HttpRequest): Administrator {
    const { effective, clientId, userId } = access;
    if (effective === null || !access.can('SYSTEM_ADMIN')) {
      throw new ForbiddenException('An application needs SYSTEM_ADMIN, and a system administrator behind it.');
    }
    return { actor: { userId, clientId, address: addressOf(request) }, person: null, clientId, ceiling: effective };
  }
  private async mayAdminister(userId: string): Promise<boolean> {
    const person = await this.users.byId(userId);
    return person?.active === true && person.level !== null && suffices(person.level, 'ADMIN');
  }
}
