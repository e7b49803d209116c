import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { invalidGrant, invalidRequest, type OAuthError, UnknownGrantError } from '../errors/oauth.error.js';
import { Changes } from '../events/changes.service.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { Families } from '../families/families.service.js';
import { type FamilyEnd } from '../families/family-end.js';
import { type Family } from '../families/family.entity.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { People } from '../people/people.service.js';
import { isVerifier, matchesChallenge } from './pkce.js';
import { requireStanding, withinRegistration } from './standing.js';
import { stepOf } from './step-event.js';
import { type TokenExchange, type TokenRequest } from './token-exchange.js';

const unknownCode = 'The code is unknown, has expired long ago, or was issued to another client.';

/** `authorization_code`: a code against the first pair of tokens (RFC 6749 §4.1.3, RFC 7636 §4.5). */
@Injectable()
export class CodeExchange implements TokenExchange {
  readonly grantType = 'authorization_code';
  readonly redeems = { parameter: 'code', kind: 'code' } as const;

  constructor(
    @Inject(Families) private readonly families: Families,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
    @Inject(People) private readonly people: People,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async exchange(request: TokenRequest): Promise<TokenAnswer> {
    const { client, parameters, actor } = request;
    parameters.require('code');
    const redirectUri = parameters.require('redirect_uri');
    if (!request.redeemed) throw new UnknownGrantError(unknownCode);
    const { value: code, row } = request.redeemed;
    const family = await this.families.complete(await row(), client);
    if (family?.clientId !== client.id) throw invalidGrant(unknownCode);
    if (family.generation > 0) throw await this.replayed(request, family);
    const mistake = bindingMistake(family, redirectUri, parameters.get('code_verifier'));
    // Whoever gets this wrong has the wrong code, or the code has the wrong hands: it is burnt (P8).
    if (mistake) await this.end(request.actor, family, 'code-misused');
    await requireStanding(family, this.people, request.since);
    if (Math.min(family.codeExpiresAt, this.families.endOfLife(family)) <= this.clock.now())
      throw invalidGrant('The code has expired. Send the person to authorize again.');
    if (mistake) throw mistake;
    const scopes = withinRegistration(family.scopes, client);
    const answer = await this.families.advance(family, code, scopes);
    if (answer) {
      this.events.tell(actor, stepOf(family, 'code.exchanged', scopes));
      return answer;
    }
    const now = await this.families.find(family.id, client);
    if (now && now.generation > 0) throw await this.replayed(request, now);
    throw invalidGrant('The authorization was ended while the code was being exchanged.');
  }

  private async replayed({ actor }: TokenRequest, family: Family): Promise<OAuthError> {
    await this.end(actor, family, 'code-replayed');
    return invalidGrant('The code was already used. Everything issued for it has been ended; authorize again.');
  }

  private async end(actor: TokenRequest['actor'], family: Family, because: FamilyEnd): Promise<void> {
    await this.changes.make(actor, async (change) => this.families.end(change, family, because));
  }
}

function bindingMistake(family: Family, redirectUri: string, verifier: string | undefined): OAuthError | null {
  if (redirectUri !== family.redirectUri) {
    return invalidGrant('The redirect_uri differs from the one the code was sent to. The code is used up.');
  }
  if (family.codeChallenge === null) {
    return verifier === undefined
      ? null
      : invalidGrant('A code_verifier was sent, but the authorization had no code_challenge. The code is used up.');
  }
  if (verifier === undefined) {
    return invalidRequest('The code_verifier is missing; the authorization had a code_challenge. The code is used up.');
  }
  if (!isVerifier(verifier)) {
    return invalidRequest('A code_verifier has 43 to 128 of the characters A-Z a-z 0-9 - . _ ~. The code is used up.');
  }
  return matchesChallenge(verifier, family.codeChallenge)
    ? null
    : invalidGrant('The code_verifier does not match the code_challenge. The code is used up.');
}
