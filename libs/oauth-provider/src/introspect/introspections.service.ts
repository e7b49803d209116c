import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, Clock } from 'nestjs-drawbridge/host';
import { formatScopes, type Scope } from 'nestjs-drawbridge/scopes';
import { BearerTokens } from '../bearer/bearer-tokens.service.js';
import { addressOf, headerOf, type HttpRequest, senderOf } from '../browser/http-exchange.js';
import { type Client } from '../clients/client.entity.js';
import { OAuthError } from '../errors/oauth.error.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { Families } from '../families/families.service.js';
import { type Family } from '../families/family.entity.js';
import { ClientAuthenticator } from '../token/client-authenticator.service.js';
import { readCredentials } from '../token/client-credentials.js';
import { readForm } from '../token/form-parameters.js';
import { atMost, stands, withinRegistration } from '../token/standing.js';
import { People } from '../people/people.service.js';
import { digestOf, sameText } from '../tokens/digest.js';
import { type TokenKind } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';
import { type IntrospectionAnswer, type LiveToken } from './introspection-answer.js';

/** What a token may do, from when to when. */
interface Standing {
  readonly scopes: readonly Scope[];
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
}

/** Tells an application whether a token is live **now**: one of its own, or any access token where it may (RFC 7662). */
@Injectable()
export class Introspections {
  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Families) private readonly families: Families,
    @Inject(BearerTokens) private readonly bearers: BearerTokens,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
    @Inject(People) private readonly people: People,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws OAuthError when the request cannot be read or the client did not prove itself with a secret. */
  async answer(request: HttpRequest): Promise<IntrospectionAnswer> {
    const parameters = readForm(request);
    const credentials = readCredentials(headerOf(request, 'authorization'), parameters);
    const client = await this.clients.authenticate(credentials, senderOf(request));
    if (client.type === 'public') {
      throw new OAuthError('invalid_client', 'Only a client that proves itself with a secret may ask this.', 401);
    }
    const token = parameters.require('token');
    const answer = (await this.access(token, client)) ?? (await this.refresh(token, client)) ?? { active: false };
    this.events.tell(
      { userId: null, clientId: client.id, address: addressOf(request) },
      {
        type: 'token.introspected',
        clientId: client.id,
        userId: answer.active ? answer.sub : null,
        details: { active: answer.active },
      },
    );
    return answer;
  }

  /**
   * Judged as it would be when it came with a request. A resource server lets in by what it hears, so it hears what the
   * person may do now as well (P1).
   */
  private async access(token: string, asker: Client): Promise<LiveToken | null> {
    const found = await this.find('access', token);
    if (!found || !mayAskAbout(found.family, asker)) return null;
    const { family, isCurrent } = found;
    const judgement = await this.bearers.judge(token);
    if ('refusal' in judgement) return null;
    const { effective } = judgement.access;
    const scopes = asker.mayIntrospectAll ? atMost(family.accessScopes, effective) : family.accessScopes;
    const expiresAt = isCurrent ? family.accessExpiresAt : family.previousAccessUntil;
    const issuedAt = isCurrent ? family.issuedAt : null;
    const live = this.live(family, { scopes, issuedAt, expiresAt });
    return live && { ...live, token_type: 'bearer' };
  }

  /** Judged as it would be when it came to be exchanged for the first time. Nobody but its own client has use for it. */
  private async refresh(token: string, asker: Client): Promise<LiveToken | null> {
    const found = await this.find('refresh', token);
    if (found?.family.clientId !== asker.id) return null;
    const { family, isCurrent } = found;
    if (!isCurrent || !sameText(digestOf(token), family.redeemableDigest)) return null;
    const { scopes, issuedAt, refreshExpiresAt } = family;
    const expiresAt = Math.min(refreshExpiresAt ?? 0, this.families.endOfLife(family));
    if (!(await stands(family, this.people))) return null;
    return this.live(family, { scopes, issuedAt, expiresAt });
  }

  /** The family of a token, and whether the token is of its current generation. */
  private async find(kind: TokenKind, token: string) {
    const parsed = this.tokens.parse(kind, token);
    const family = parsed && (await this.families.find(parsed.familyId));
    return family ? { family, isCurrent: parsed.generation === family.generation } : null;
  }

  private live(family: Family, { scopes, issuedAt, expiresAt }: Standing): LiveToken | null {
    const { client } = family;
    const scope = client ? formatScopes(withinRegistration(scopes, client)) : '';
    if (scope === '' || expiresAt === null || expiresAt <= this.clock.now()) return null;
    return {
      active: true,
      scope,
      client_id: family.clientId,
      sub: family.userId,
      iss: this.baseUrl.get(),
      exp: Math.floor(expiresAt / 1000),
      ...(issuedAt === null ? {} : { iat: Math.floor(issuedAt / 1000) }),
    };
  }
}

const mayAskAbout = (family: Family, asker: Client): boolean => family.clientId === asker.id || asker.mayIntrospectAll;
