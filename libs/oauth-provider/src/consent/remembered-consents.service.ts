import { Inject, Injectable } from '@nestjs/common';
import { Clock } from 'nestjs-drawbridge/host';
import { type Scope } from 'nestjs-drawbridge/scopes';
import { DataSource, In } from 'typeorm';
import { type Client } from '../clients/client.entity.js';
import { Clients } from '../clients/clients.service.js';
import { Lifetimes } from '../clients/lifetimes.service.js';
import { type Change } from '../events/changes.service.js';
import { Grant } from '../grants/grant.entity.js';
import { OAuthProviderOptions } from '../oauth-provider.options.js';
import { rowLock } from '../storage/row-lock.js';
import { RememberedConsent } from './remembered-consent.entity.js';
import { mayBeRemembered } from './remembered-question.js';

/** How often one yes is repeated within {@link window}; then the page is shown, so that a loop meets a person. */
const mostUses = 5;
/** In milliseconds. */
const window = 60_000;

/** A question that a person is asked, see {@link RememberedConsent}. */
interface AskedQuestion {
  readonly client: Client;
  readonly userId: string;
  readonly question: string;
}

/** A yes that was just given. */
interface NewYes {
  readonly grantId: string;
  readonly question: string;
  readonly scopes: readonly Scope[];
  readonly client: Client;
}

/** A yes that may be repeated. */
export interface StandingYes {
  readonly grantId: string;
  readonly scopes: readonly Scope[];
  readonly answeredAt: number;
}

/** Keeps the answers that are remembered. Each hangs from its grant: without that row it is dead, whatever comes later. */
@Injectable()
export class RememberedConsents {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(Lifetimes) private readonly lifetimes: Lifetimes,
    @Inject(OAuthProviderOptions) private readonly options: OAuthProviderOptions,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** For how long a yes to a client is remembered, in seconds. */
  secondsFor(client: Client): number {
    return Math.min(this.options.rememberConsentSeconds, this.lifetimes.of(client).familySeconds);
  }

  /** Remembers a yes to a client as it was shown; the last answer to the same question counts. */
  async note({ manager, now }: Change, { grantId, question, scopes, client }: NewYes): Promise<void> {
    await manager.delete(RememberedConsent, { grantId, question });
    await manager.insert(RememberedConsent, {
      grantId,
      question,
      scopes,
      clientUpdatedAt: client.updatedAt,
      answeredAt: now,
      expiresAt: now + this.secondsFor(client) * 1000,
      uses: 0,
      countedSince: now,
    });
  }

  /** The yes that answers a question now, counted as one more use of it; `null` when the person has to be asked. */
  async use(change: Change, { client, userId, question }: AskedQuestion): Promise<StandingYes | null> {
    const { manager, now } = change;
    const held = await this.clients.hold(change, client.id);
    if (!held?.enabled || !mayBeRemembered(held) || held.updatedAt !== client.updatedAt) return null;
    const own = { where: { clientId: client.id, userId }, ...rowLock(manager, 'pessimistic_read') };
    const grant = await manager.findOne(Grant, own);
    if (!grant) return null;
    const key = { grantId: grant.id, question };
    const yes = await manager.findOneBy(RememberedConsent, key);
    if (yes?.clientUpdatedAt !== held.updatedAt || this.endOf(yes, held) <= now) return null;
    return (await this.count(change, key))
      ? { grantId: grant.id, scopes: yes.scopes, answeredAt: yes.answeredAt }
      : null;
  }

  /** Forgets every answer of a person to a client. */
  async forget({ manager }: Change, of: { clientId: string; userId: string }): Promise<void> {
    const grant = await manager.findOneBy(Grant, of);
    if (grant) await manager.delete(RememberedConsent, { grantId: grant.id });
  }

  /** Until when the latest answer under a grant is remembered, in milliseconds since 1970; nothing for all others. */
  async untilOf(given: readonly { grant: Grant; client: Client }[]): Promise<ReadonlyMap<string, number>> {
    const clients = new Map(given.map(({ grant, client }) => [grant.id, client]));
    const rows = await this.dataSource.manager.findBy(RememberedConsent, { grantId: In([...clients.keys()]) });
    const until = new Map<string, number>();
    for (const row of rows) {
      const client = clients.get(row.grantId);
      if (!client || !mayBeRemembered(client) || row.clientUpdatedAt !== client.updatedAt) continue;
      const end = this.endOf(row, client);
      if (end > this.clock.now()) until.set(row.grantId, Math.max(end, until.get(row.grantId) ?? 0));
    }
    return until;
  }

  /** What the person was told, and what the host says now: whichever ends sooner. */
  private endOf({ answeredAt, expiresAt }: RememberedConsent, client: Client): number {
    return Math.min(expiresAt, answeredAt + this.secondsFor(client) * 1000);
  }

  /** One conditional UPDATE; answers whether it was within the bounds. */
  private async count({ manager, now }: Change, { grantId, question }: { grantId: string; question: string }) {
    const isOver = `counted_since <= :before`;
    const { affected } = await manager
      .createQueryBuilder()
      .update(RememberedConsent)
      .set({
        uses: () => `CASE WHEN ${isOver} THEN 1 ELSE uses + 1 END`,
        countedSince: () => `CASE WHEN ${isOver} THEN :now ELSE counted_since END`,
      })
      .where(`grant_id = :grantId AND question = :question AND (${isOver} OR uses < :mostUses)`)
      .setParameters({ grantId, question, now, before: now - window, mostUses })
      .execute();
    return affected === 1;
  }
}
