import { Inject, Injectable } from '@nestjs/common';
import { type Request } from 'express';
import { Strategy, type VerifyFunctionWithRequest } from 'passport-http-bearer';
import { type Accepted, BearerTokens, type Refused } from './bearer-tokens.service.js';

/** How the Authorization header of a request was judged. */
export type BearerOutcome =
  | { readonly kind: 'accepted'; readonly judgement: Accepted }
  | ({ readonly kind: 'refused'; readonly challenge: string } & Pick<Refused, 'refusal' | 'counted'>)
  | { readonly kind: 'malformed' };

/** All that the strategy is shown of a request, and what was said of its token. */
interface Shown extends Pick<Request, 'headers'> {
  refused?: Refused;
}

type Verify = VerifyFunctionWithRequest;

const settings = { realm: 'wiki', passReqToCallback: true } as const;

/** The strategy with what passport adds to it for one request: it is told there what came of it. */
class Attempt extends Strategy<Verify> {
  constructor(
    verify: Verify,
    private readonly shown: Shown,
    private readonly tell: (outcome: BearerOutcome) => void,
    readonly error: (error: unknown) => void,
  ) {
    super(settings, verify);
  }

  run(): void {
    this.authenticate(this.shown as Request);
  }

  success(judgement: Accepted): void {
    this.tell({ kind: 'accepted', judgement });
  }

  fail(challenge: string | number): void {
    this.tell(refusalBy(challenge, this.shown.refused));
  }
}

/**
 * passport-http-bearer, run for each request as passport runs a strategy, but without passport: the process-wide one is shared
 * by every application in the process, and what it does around the strategy costs as much as a judgement. The strategy is
 * shown the Authorization header alone, so it can neither take a token from elsewhere nor decorate the host's request.
 */
@Injectable()
export class BearerAuthentication {
  private readonly verify: Verify;

  constructor(@Inject(BearerTokens) tokens: BearerTokens) {
    this.verify = (shown: Shown, token, done) => {
      tokens.judge(token).then(
        (judgement) => {
          if (!('refusal' in judgement)) return done(null, judgement);
          shown.refused = judgement;
          done(null, false, judgement.refusal);
        },
        (error: unknown) => done(error),
      );
    };
  }

  /** @throws whatever the look-up throws, for instance when the database is away. */
  authenticate(authorization: string): Promise<BearerOutcome> {
    return new Promise((resolve, reject) => {
      new Attempt(this.verify, { headers: { authorization } }, resolve, reject).run();
    });
  }
}

/** A strategy fails with a challenge (RFC 6750 §3), or with a status where the header itself is wrong. */
function refusalBy(challenge: string | number, refused?: Refused): BearerOutcome {
  if (typeof challenge === 'number') return { kind: 'malformed' };
  const refusal = refused?.refusal ?? 'The access token is not valid.';
  return { kind: 'refused', challenge, refusal, ...(refused?.counted && { counted: refused.counted }) };
}
