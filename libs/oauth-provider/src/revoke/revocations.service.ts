import { Inject, Injectable } from '@nestjs/common';
import { headerOf, type HttpRequest, senderOf } from '../browser/http-exchange.js';
import { Changes } from '../events/changes.service.js';
import { trialMark } from '../events/trial-mark.js';
import { Families } from '../families/families.service.js';
import { ClientAuthenticator } from '../token/client-authenticator.service.js';
import { readCredentials } from '../token/client-credentials.js';
import { readForm } from '../token/form-parameters.js';
import { type ParsedToken } from '../tokens/token-format.js';
import { Tokens } from '../tokens/tokens.service.js';

/** Ends a sign-in at the request of the application that holds it (RFC 7009). */
@Injectable()
export class Revocations {
  constructor(
    @Inject(ClientAuthenticator) private readonly clients: ClientAuthenticator,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Families) private readonly families: Families,
    @Inject(Changes) private readonly changes: Changes,
  ) {}

  /**
   * Ends the family of an access or refresh token. A token that is unknown, ended or another client's changes nothing and
   * is answered alike (RFC 7009 §2.2).
   *
   * @throws OAuthError when the request cannot be read or the client is not proven
   */
  async revoke(request: HttpRequest): Promise<void> {
    const parameters = readForm(request);
    const credentials = readCredentials(headerOf(request, 'authorization'), parameters);
    const sender = senderOf(request);
    const client = await this.clients.authenticate(credentials, sender);
    const parsed = this.parse(parameters.require('token'));
    const family = parsed && (await this.families.find(parsed.familyId));
    if (family?.clientId !== client.id) return;
    const { triedBy, address } = sender;
    const isTrial = triedBy !== undefined;
    const actor = isTrial ? { userId: triedBy, address } : { userId: null, clientId: client.id, address };
    await this.changes.make(actor, (change) => this.families.end(change, family, 'revoked', trialMark(isTrial)));
  }

  private parse(token: string): ParsedToken | null {
    return this.tokens.parse('access', token) ?? this.tokens.parse('refresh', token);
  }
}
