import { ForbiddenException, Inject, Injectable } from '@nestjs/common';
import { Users } from 'nestjs-drawbridge/host';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { type AuthorizationRequest } from '../authorize/authorization-request.js';
import { AuthorizationRefusal } from '../authorize/authorize.error.js';
import { responseUrl } from '../authorize/return-address.js';
import { Clients } from '../clients/clients.service.js';
import { type Change, Changes } from '../events/changes.service.js';
import { trialMark } from '../events/trial-mark.js';
import { type Actor } from '../events/provider-event.js';
import { Families } from '../families/families.service.js';
import { Grants } from '../grants/grants.service.js';
import { phrased } from '../words/phrased.js';
import { say } from '../words/provider-words.js';
import { givenScopes } from './consent-choice.js';
import { type ConsentQuestion } from './consent-pages.service.js';
import { RememberedConsents, type StandingYes } from './remembered-consents.service.js';
import { questionDigest } from './remembered-question.js';

/** A person's yes. */
export interface Yes {
  readonly chosen: Scope;
  /** The mark of the browser it came from; `null` where it is not to be remembered. */
  readonly browser: string | null;
}

/** Carries out a person's answer. Each answers the URL that the browser is sent on to. */
@Injectable()
export class ConsentService {
  constructor(
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(Grants) private readonly grants: Grants,
    @Inject(Families) private readonly families: Families,
    @Inject(Users) private readonly users: Users,
    @Inject(RememberedConsents) private readonly remembered: RememberedConsents,
  ) {}

  /** Notes the yes, as far as it goes, and issues a code. */
  async allow({ asked, person }: ConsentQuestion, { chosen, browser }: Yes, actor: Actor): Promise<string> {
    const now = await this.users.byId(person.userId);
    if (!now?.active) throw phrased(ForbiddenException, say('consent.inactive'));
    const { client, returnTo } = asked;
    const { userId } = person;
    const scopes = givenScopes(asked.scopes, chosen);
    const code = await this.changes.make(actor, async (change) => {
      if (!(await this.clients.hold(change, client.id))?.enabled) throw this.gone(asked);
      const yes = { clientId: client.id, userId, scopes };
      const grant = asked.trial
        ? await this.grants.giveForTrial(change, yes, asked.trial.expiresAt)
        : await this.grants.give(change, yes);
      if (browser !== null && now.level !== null) {
        const question = questionDigest(asked, now.level, browser);
        await this.remembered.note(change, { grantId: grant.id, question, scopes, client });
      }
      return this.issue(change, asked, userId, { grantId: grant.id, scopes });
    });
    return responseUrl(returnTo, { code });
  }

  /**
   * Repeats the yes that a person gave to the same question and issues a code, with what they gave then; never gives what
   * is not given any more. `null` when no such yes stands.
   */
  async repeat({ asked, person }: ConsentQuestion, question: string, actor: Actor): Promise<string | null> {
    const { client, returnTo } = asked;
    const { userId } = person;
    return this.changes.make(actor, async (change) => {
      const yes = await this.remembered.use(change, { client, userId, question });
      return yes && responseUrl(returnTo, { code: await this.issue(change, asked, userId, yes) });
    });
  }

  /** Notes the no; what was remembered of an earlier yes is forgotten with it. */
  async deny({ asked, person }: ConsentQuestion, actor: Actor): Promise<string> {
    const { redirectUri } = asked.returnTo;
    const details = { asked: asked.scopes, redirectUri, ...trialMark(asked.trial !== null) };
    await this.changes.make(actor, async (change) => {
      if (!asked.trial) await this.remembered.forget(change, { clientId: asked.client.id, userId: person.userId });
      change.record({ type: 'authorization.denied', clientId: asked.client.id, userId: person.userId, details });
    });
    return responseUrl(asked.returnTo, { error: 'access_denied', error_description: 'The person said no.' });
  }

  private async issue(
    change: Change,
    { client, returnTo, scopes: asked, codeChallenge, trial }: AuthorizationRequest,
    userId: string,
    { grantId, scopes, answeredAt }: Pick<StandingYes, 'grantId' | 'scopes'> & Partial<StandingYes>,
  ): Promise<string> {
    const { redirectUri } = returnTo;
    const remembered = answeredAt === undefined ? {} : { rememberedSince: new Date(answeredAt).toISOString() };
    const details = { scopes, asked, redirectUri, ...remembered, ...trialMark(trial !== null) };
    change.record({ type: 'authorization.given', clientId: client.id, userId, details });
    const parties = { clientId: client.id, grantId, userId };
    return this.families.begin(change, { ...parties, scopes, redirectUri, codeChallenge, yesAt: answeredAt });
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
