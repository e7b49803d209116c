import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import passport from 'passport';
import { Strategy, type VerifyFunction } from 'passport-http-bearer';
import { type Accepted, BearerTokens } from './bearer-tokens.service.js';

/** How the Authorization header of a request was judged. */
export type BearerOutcome =
  | { readonly kind: 'accepted'; readonly judgement: Accepted }
  | { readonly kind: 'refused'; readonly refusal: string; readonly challenge: string }
  | { readonly kind: 'malformed' };

/**
 * passport-http-bearer in a Passport of our own: the process-wide one is shared by every application in the process. It
 * is shown the Authorization header alone, so it can neither take a token from elsewhere nor decorate the host's request.
 */
@Injectable()
export class BearerAuthentication {
  private readonly passport = new passport.Passport();

  constructor(@Inject(BearerTokens) tokens: BearerTokens) {
    const verify: VerifyFunction = (token, done) => {
      tokens.judge(token).then(
        (judgement) => ('refusal' in judgement ? done(null, false, judgement.refusal) : done(null, judgement)),
        (error: unknown) => done(error),
      );
    };
    this.passport.use('bearer', new Strategy({ realm: 'wiki' }, verify));
  }

  /** @throws whatever the look-up throws, for instance when the database is away. */
  async authenticate(authorization: string): Promise<BearerOutcome> {
    return new Promise((resolve, reject) => {
      const judged = (error: Error | null, judgement: Accepted | false, challenge?: string, status?: number): void => {
        if (error) reject(error);
        else if (judgement) resolve({ kind: 'accepted', judgement });
        else if (status === 400 || challenge === undefined) resolve({ kind: 'malformed' });
        else resolve({ kind: 'refused', challenge, refusal: descriptionIn(challenge) });
      };
      const request = { headers: { authorization } } as Request;
      const authenticate = this.passport.authenticate('bearer', { session: false }, judged) as Middleware;
      authenticate(request, {}, reject);
    });
  }
}

type Middleware = (request: Request, response: unknown, next: (error: Error) => void) => void;

/** The `error_description` of a challenge (RFC 6750 §3). Our descriptions hold no quotes. */
function descriptionIn(challenge: string): string {
  return /error_description="([^"]*)"/.exec(challenge)?.[1] ?? 'The access token is not valid.';
}
