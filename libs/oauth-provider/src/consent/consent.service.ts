import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { type AuthorizationRequest } from '../authorize/authorization-request.js';
import { AuthorizationRefusal } from '../authorize/authorize.error.js';
import { responseUrl } from '../authorize/return-address.js';
import { Clients } from '../clients/clients.service.js';
import { Changes } from '../events/changes.service.js';
import { type Actor } from '../events/provider-event.js';
import { Families } from '../families/families.service.js';
import { Grants } from '../grants/grants.service.js';
import { givenScopes } from './consent-choice.js';
import { type ConsentQuestion } from './consent-pages.service.js';

/** Carries out a person's answer. Each answers the URL that the browser is sent on to. */
@Injectable()
export class ConsentService {
  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Families) private readonly families: Families,
    @Inject(Users) private readonly users: Users,
  ) {}

  /** Notes the yes, as far as it goes, and issues a code. */
  async allow({ asked, person }: ConsentQuestion, chosen: Scope, actor: Actor): Promise<string> {
    if (!(await this.users.byId(person.userId))?.active)
      throw new ForbiddenException('Your account is not active any more.');
    const { client, returnTo, codeChallenge } = asked;
    const scopes = givenScopes(asked.scopes, chosen);
    const code = await this.changes.make(actor, async (change) => {
      if (!(await this.clients.hold(change, client.id))?.enabled) throw this.gone(asked);
      const { userId } = person;
      const grant = await this.grants.give(change, { clientId: client.id, userId, scopes });
      const { redirectUri } = returnTo;
      const details = { scopes, asked: asked.scopes, redirectUri };
      change.record({ type: 'authorization.given', clientId: client.id, userId, details });
      return this.families.begin(change, {
        clientId: client.id,
        grantId: grant.id,
        userId,
        scopes,
        redirectUri,
        codeChallenge,
      });
    });
    return responseUrl(returnTo, { code });
  }

  /** Notes the no. */
  async deny({ asked, person }: ConsentQuestion, actor: Actor): Promise<string> {
    const details = { asked: asked.scopes, redirectUri: asked.returnTo.redirectUri };
    await this.changes.make(actor, async (change) => {
      change.record({ type: 'authorization.denied', clientId: asked.client.id, userId: person.userId, details });
    });
    return responseUrl(asked.returnTo, { error: 'access_denied', error_description: 'The person said no.' });
  }

  private gone({ client, returnTo }: AuthorizationRequest): AuthorizationRefusal {
    return new AuthorizationRefusal(
      client.id,
      returnTo,
      'unauthorized_client',
      'The application link was disabled or deleted before the person answered.',
    );
  }
}
