import { HttpException, HttpStatus, Injectable } from '@nestjs/common';
import { PeopleService } from '../people/people.service.js';
import { type SignedInUser } from '../people/signed-in-user.js';
import { WrongPasswordException } from '../people/wrong-password.exception.js';
import { SignInThrottle } from './sign-in-throttle.service.js';
import { type WikiRequest } from './wiki-request.js';

/** The current password and the one that is to take its place. */
export interface PasswordPair {
  readonly current: string;
  readonly next: string;
}

/** Changes one's own password. A wrong current one counts like a failed sign-in, so an open session is no way to guess it. */
@Injectable()
export class PasswordChangesService {
  constructor(
    private readonly people: PeopleService,
    private readonly throttle: SignInThrottle,
  ) {}

  /**
   * Ends the person's other sessions too.
   * @throws WrongPasswordException
   * @throws HttpException with 429, and sets `Retry-After`, when there were too many wrong ones.
   */
  async change(
    user: SignedInUser,
    { current, next }: PasswordPair,
    request: WikiRequest,
    response: { header(name: string, value: string): unknown },
  ): Promise<void> {
    const change = () => this.people.changePassword(user, current, next, request.wikiSession?.id ?? null);
    const outcome = await this.throttle.watch(user.username, request.ip, () => change().then(() => true, nullIfWrong));
    if (outcome === null) throw new WrongPasswordException();
    if (outcome !== 'throttled') return;
    response.header('Retry-After', this.throttle.secondsLeft().toString());
    const message = this.throttle.pauseAfter('The current password was wrong several times in a row');
    throw new HttpException(message, HttpStatus.TOO_MANY_REQUESTS);
  }
}

function nullIfWrong(error: unknown): null {
  if (error instanceof WrongPasswordException) return null;
  throw error;
}
