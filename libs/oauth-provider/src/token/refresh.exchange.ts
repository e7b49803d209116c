import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { highestOf, parseScopes, type Scope, suffices, upTo } from 'nestjs-drawbridge/scopes';
import { invalidGrant, OAuthError, printable, UnknownGrantError } from '../errors/oauth.error.js';
import { Changes } from '../events/changes.service.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { Families } from '../families/families.service.js';
import { type Family } from '../families/family.entity.js';
import { type TokenAnswer } from '../families/token-answer.js';
import { People } from '../people/people.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { type ParsedToken } from '../tokens/token-format.js';
import { requireStanding, withinRegistration } from './standing.js';
import { stepOf } from './step-event.js';
import { type TokenExchange, type TokenRequest } from './token-exchange.js';

const unknownToken = 'The refresh token is unknown, has expired long ago, or was issued to another client.';

/** `refresh_token`: the current refresh token against the next pair (RFC 6749 §6, RFC 9700 §4.14). */
@Injectable()
export class RefreshExchange implements TokenExchange {
  readonly grantType = 'refresh_token';
  readonly redeems = { parameter: 'refresh_token', kind: 'refresh' } as const;

  constructor(
    @Inject(Families) private readonly families: Families,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
    @Inject(People) private readonly people: People,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async exchange(request: TokenRequest): Promise<TokenAnswer> {
    request.parameters.require('refresh_token');
    if (!request.redeemed) throw new UnknownGrantError(unknownToken);
    const { value: token, parsed, row } = request.redeemed;
    const family = await this.families.complete(await row(), request.client);
    if (family?.clientId !== request.client.id) throw invalidGrant(unknownToken);
    if (!wasIssued(parsed, token, family)) throw new UnknownGrantError(unknownToken);
    const again = parsed.generation === family.generation ? null : await this.again(request, family, parsed, token);
    await requireStanding(family, this.people, request.since);
    this.requireRedirectUri(request, family);
    if (again) return this.giveAgain(request, family, again);
    if (this.families.endOfLife(family) <= this.clock.now()) throw atEndOfLife();
    if ((family.refreshExpiresAt ?? 0) <= this.clock.now()) throw expired();
    const scopes = this.scopesFor(request, family);
    const answer = await this.families.advance(family, token, scopes);
    if (!answer) return this.afterLosing(request, parsed, token);
    this.events.tell(request.actor, stepOf(family, 'token.refreshed', scopes));
    return answer;
  }

  /** Somebody else refreshed between our reading and our writing: most likely the client itself, in another tab. */
  private async afterLosing(request: TokenRequest, parsed: ParsedToken, token: string): Promise<TokenAnswer> {
    const family = await this.families.find(parsed.familyId, request.client);
    if (!family) throw invalidGrant('The authorization was ended while it was being refreshed.');
    await requireStanding(family, this.people, request.since);
    if (parsed.generation === family.generation) throw disabledMeanwhile();
    return this.giveAgain(request, family, await this.again(request, family, parsed, token));
  }

  private giveAgain(request: TokenRequest, family: Family, outcome: TokenAnswer | OAuthError): TokenAnswer {
    if (outcome instanceof OAuthError) throw outcome;
    this.events.tell(request.actor, stepOf(family, 'token.refresh-repeated', family.accessScopes));
    return outcome;
  }

  /**
   * The last step once more gets the same answer for a short while; everything else is theft and ends the family, also one
   * that rests because its person is deactivated for now.
   */
  private async again(request: TokenRequest, family: Family, parsed: ParsedToken, token: string) {
    const isLastStep = parsed.generation === family.generation - 1;
    const answer = isLastStep ? this.families.replayed(family, token) : null;
    if (answer) return answer;
    await this.changes.make(request.actor, async (change) => this.families.end(change, family, 'refresh-replayed'));
    return invalidGrant(
      'The refresh token was already used. Everything issued after it has been ended; authorize again.',
    );
  }

  private requireRedirectUri({ parameters }: TokenRequest, family: Family): void {
    const redirectUri = parameters.get('redirect_uri');
    if (redirectUri !== undefined && redirectUri !== family.redirectUri) {
      throw invalidGrant('The redirect_uri differs from the one of the authorization. It may be left out.');
    }
  }

  private scopesFor({ parameters, client }: TokenRequest, family: Family): readonly Scope[] {
    const wanted = parameters.get('scope');
    if (wanted === undefined) return withinRegistration(family.scopes, client);
    const { scopes, unknown } = parseScopes(wanted);
    const ceiling = highestOf(family.scopes);
    const excess = scopes.find((scope) => !ceiling || !suffices(ceiling, scope));
    if (unknown !== null) throw wrongScope(`The scope ${printable(unknown)} is unknown.`, ceiling);
    if (excess) throw wrongScope(`The scope ${excess} was not granted.`, ceiling);
    if (scopes.length === 0) throw wrongScope('The parameter scope names none.', ceiling);
    return withinRegistration(scopes, client);
  }
}

const expired = (): OAuthError => invalidGrant('The refresh token has expired. Send the person to authorize again.');

const wrongScope = (fault: string, ceiling: Scope | null): OAuthError => {
  const granted = ceiling ? upTo(ceiling).join(' ') : 'nothing';
  return new OAuthError('invalid_scope', `${fault} This refresh may ask for: ${granted}.`);
};

const atEndOfLife = (): OAuthError =>
  invalidGrant('This sign-in has come to the end of its longest life. Send the person to authorize again.');

/** Nobody refreshed and nothing ended, and yet the row would not move: its client was disabled or deleted meanwhile. */
const disabledMeanwhile = (): OAuthError =>
  new OAuthError('unauthorized_client', 'The application link was disabled or deleted while the token was refreshed.');

/** A key that leaked can make tokens that pass the keyed check; of the current generation only the issued one counts. */
const wasIssued = (parsed: ParsedToken, token: string, family: Family): boolean =>
  parsed.generation !== family.generation || sameText(digestOf(token), family.redeemableDigest);
