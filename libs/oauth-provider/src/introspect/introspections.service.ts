import { Inject, Injectable } from '@nestjs/common';
import { BaseUrl, Clock, Users } from 'nestjs-drawbridge/host';
import { formatScopes, type Scope } from 'nestjs-drawbridge/scopes';
import { BearerTokens } from '../bearer/bearer-tokens.service.js';
import { addressOf, headerOf, type HttpRequest } from '../browser/http-exchange.js';
import { type Client } from '../clients/client.entity.js';
import { OAuthError } from '../errors/oauth.error.js';
import { ProviderEvents } from '../events/provider-events.service.js';
import { Families } from '../families/families.service.js';
import { type Family } from '../families/family.entity.js';
import { ClientAuthenticator } from '../token/client-authenticator.service.js';
import { readCredentials } from '../token/client-credentials.js';
import { readForm } from '../token/form-parameters.js';
import { stands, withinRegistration } from '../token/standing.js';
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

/** Tells an application whether a token of its own is live **now** (RFC 7662). */
@Injectable()
export class Introspections {
  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Families) private readonly families: Families,
    @Inject(BearerTokens) private readonly bearers: BearerTokens,
    @Inject(ProviderEvents) private readonly events: ProviderEvents,
    @Inject(Users) private readonly users: Users,
    @Inject(BaseUrl) private readonly baseUrl: BaseUrl,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** @throws OAuthError when the request cannot be read or the client did not prove itself with a secret. */
  async answer(request: HttpRequest): Promise<IntrospectionAnswer> {
    const parameters = readForm(request);
    const credentials = readCredentials(headerOf(request, 'authorization'), parameters);
    const client = await this.clients.authenticate(credentials, addressOf(request));
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

  /** Judged as it would be when it came with a request. */
  private async access(token: string, client: Client): Promise<LiveToken | null> {
    const own = await this.own('access', token, client);
    if (!own || 'refusal' in (await this.bearers.judge(token))) return null;
    const { family, isCurrent } = own;
    const expiresAt = isCurrent ? family.accessExpiresAt : family.previousAccessUntil;
    const issuedAt = isCurrent ? family.issuedAt : null;
    const live = this.live(family, client, { scopes: family.accessScopes, issuedAt, expiresAt });
    return live && { ...live, token_type: 'bearer' };
  }

  /** Judged as it would be when it came to be exchanged for the first time. */
  private async refresh(token: string, client: Client): Promise<LiveToken | null> {
    const own = await this.own('refresh', token, client);
    if (!own?.isCurrent || !sameText(digestOf(token), own.family.redeemableDigest)) return null;
    const { scopes, issuedAt, refreshExpiresAt } = own.family;
    const expiresAt = Math.min(refreshExpiresAt ?? 0, this.families.endOfLife(own.family));
    if (!(await stands(own.family, this.users))) return null;
    return this.live(own.family, client, { scopes, issuedAt, expiresAt });
  }

  /** The family of a token that was issued to this very client. */
  private async own(kind: TokenKind, token: string, client: Client) {
    const parsed = this.tokens.parse(kind, token);
    const family = parsed && (await this.families.find(parsed.familyId));
    if (family?.clientId !== client.id) return null;
    return { family, isCurrent: parsed?.generation === family.generation };
  }

  private live(family: Family, client: Client, { scopes, issuedAt, expiresAt }: Standing): LiveToken | null {
    const scope = formatScopes(withinRegistration(scopes, client));
    if (scope === '' || expiresAt === null || expiresAt <= this.clock.now()) return null;
    return {
      active: true,
      scope,
      client_id: client.id,
      sub: family.userId,
      iss: this.baseUrl.get(),
      exp: Math.floor(expiresAt / 1000),
      ...(issuedAt === null ? {} : { iat: Math.floor(issuedAt / 1000) }),
    };
  }
}
