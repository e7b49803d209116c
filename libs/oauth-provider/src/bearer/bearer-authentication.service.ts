import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { Strategy, type VerifyFunction } from 'passport-http-bearer';
import { type Accepted, BearerTokens } from './bearer-tokens.service.js';

/** How the Authorization header of a request was judged. */
export type BearerOutcome =
  | { readonly kind: 'accepted'; readonly judgement: Accepted }
  | { readonly kind: 'refused'; readonly refusal: string; readonly challenge: string }
  | { readonly kind: 'malformed' };

/** What passport adds to a strategy for one request. */
interface Attempt {
  success(judgement: Accepted): void;
  fail(challenge: string | number): void;
  error(error: Error): void;
  authenticate(request: Pick<Request, 'headers'>): void;
}

/**
 * passport-http-bearer, run for each request as passport runs a strategy, but without passport: the process-wide one is shared
 * by every application in the process, and what it does around the strategy costs as much as a judgement. The strategy is
 * shown the Authorization header alone, so it can neither take a token from elsewhere nor decorate the host's request.
 */
@Injectable()
export class BearerAuthentication {
  private readonly strategy: Strategy<VerifyFunction>;

  constructor(@Inject(BearerTokens) tokens: BearerTokens) {
    const verify: VerifyFunction = (token, done) => {
      tokens.judge(token).then(
        (judgement) => ('refusal' in judgement ? done(null, false, judgement.refusal) : done(null, judgement)),
        (error: unknown) => done(error),
      );
    };
    this.strategy = new Strategy({ realm: 'wiki' }, verify);
  }

  /** @throws whatever the look-up throws, for instance when the database is away. */
  authenticate(authorization: string): Promise<BearerOutcome> {
    return new Promise((resolve, reject) => {
      const attempt = Object.create(this.strategy) as Attempt;
      attempt.success = (judgement) => resolve({ kind: 'accepted', judgement });
      attempt.fail = (challenge) => resolve(refusalBy(challenge));
      attempt.error = reject;
      attempt.authenticate({ headers: { authorization } });
    });
  }
}

/** A strategy fails with a challenge (RFC 6750 §3), or with a status where the header itself is wrong. */
function refusalBy(challenge: string | number): BearerOutcome {
  if (typeof challenge === 'number') return { kind: 'malformed' };
  const [, refusal = 'The access token is not valid.'] = /error_description="([^"]*)"/.exec(challenge) ?? []; // ours hold no quotes
  return { kind: 'refused', challenge, refusal };
}
