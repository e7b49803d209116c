import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { inOrder } from 'nestjs-drawbridge/scopes';
import { DataSource, type FindOptionsWhere, In, IsNull, Not } from 'typeorm';
import { Client } from '../clients/client.entity.js';
import { RememberedConsents } from '../consent/remembered-consents.service.js';
import { type Change } from '../events/changes.service.js';
import { trialMark } from '../events/trial-mark.js';
import { rowLock } from '../storage/row-lock.js';
import { Grant } from './grant.entity.js';

/** A grant beside the client it was given to. */
export interface GrantToClient {
  readonly grant: Grant;
  readonly client: Client;
}

/** The same, with what the person may want to know of it. */
export interface OwnGrant extends GrantToClient {
  /** Until when the person's yes is remembered, in milliseconds since 1970; `null` when they are asked every time. */
  readonly rememberedUntil: number | null;
}

/** The authorizations people gave. Withdrawing one deletes its row, and every token is judged by that row. */
@Injectable()
export class Grants {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(RememberedConsents) private readonly remembered: RememberedConsents,
  ) {}

  /** Notes a person's yes; a second one to the same client joins the first. */
  async give(change: Change, yes: Pick<Grant, 'clientId' | 'userId' | 'scopes'>): Promise<Grant> {
    const { manager, now } = change;
    const grant = await this.rowFor(change, yes);
    // What was said to a trial only is no yes to the application.
    const before = grant.trialUntil === null ? grant.scopes : [];
    grant.scopes = inOrder([...before, ...yes.scopes]);
    grant.updatedAt = now;
    grant.trialUntil = null;
    await manager.update(Grant, { id: grant.id }, { scopes: grant.scopes, updatedAt: now, trialUntil: null });
    return grant;
  }

  /** Notes a yes to a trial: what the person gave before stays as it is, and what is made for it ends with it. */
  async giveForTrial(
    change: Change,
    yes: Pick<Grant, 'clientId' | 'userId' | 'scopes'>,
    until: number,
  ): Promise<Grant> {
    const grant = await this.rowFor(change, yes, until);
    if (grant.trialUntil === null) return grant;
    const { scopes } = yes;
    await change.manager.update(Grant, { id: grant.id }, { scopes, updatedAt: change.now, trialUntil: until });
    return grant;
  }

  /** Ends what was made for a trial. Answers `false` when there is none, or when it became more than that. */
  async endTrial(change: Change, of: { clientId: string; userId: string }): Promise<boolean> {
    const grant = await change.manager.findOneBy(Grant, { ...of, trialUntil: Not(IsNull()) });
    return grant !== null && this.end(change, grant, { trialUntil: Not(IsNull()) });
  }

  /** What a person let in, the latest yes first. */
  async ofPerson(userId: string): Promise<readonly OwnGrant[]> {
    const manager = this.dataSource.manager;
    const grants = await manager.find(Grant, { where: { userId }, order: { updatedAt: 'DESC', id: 'ASC' } });
    const clients = await manager.findBy(Client, { id: In(grants.map(({ clientId }) => clientId)) });
    const byId = new Map(clients.map((client) => [client.id, client]));
    const given = grants.flatMap((grant): GrantToClient[] => {
      const client = byId.get(grant.clientId);
      return client ? [{ grant, client }] : [];
    });
    const until = await this.remembered.untilOf(given);
    return given.map((one) => ({ ...one, rememberedUntil: until.get(one.grant.id) ?? null }));
  }

  /** Who let a client in, the latest yes first. */
  async ofClient(clientId: string, page: { start: number; limit: number }): Promise<readonly Grant[]> {
    return this.dataSource.manager.find(Grant, {
      where: { clientId },
      order: { updatedAt: 'DESC', id: 'DESC' }, // as the index is read backwards
      skip: page.start,
      take: page.limit,
    });
  }

  /** What one person allowed a client; `null` when nothing. */
  async find(clientId: string, userId: string): Promise<Grant | null> {
    return this.dataSource.manager.findOneBy(Grant, { clientId, userId });
  }

  /** How many people let a client in. */
  async countOfClient(clientId: string): Promise<number> {
    return this.dataSource.manager.countBy(Grant, { clientId });
  }

  /** Withdraws a person's own authorization. Answers `false` when they have none with this id, whoever else has. */
  async withdraw(change: Change, own: { id: string; userId: string }): Promise<boolean> {
    const grant = await change.manager.findOneBy(Grant, own);
    return grant !== null && this.end(change, grant);
  }

  /** Ends one person's authorization of a client. Answers `false` when there is none. */
  async endOne(change: Change, of: { clientId: string; userId: string }): Promise<boolean> {
    const grant = await change.manager.findOneBy(Grant, of);
    return grant !== null && this.end(change, grant);
  }

  /** Ends every authorization of a client. Answers how many there were. */
  async endAll(change: Change, clientId: string): Promise<number> {
    const { affected } = await change.manager.delete(Grant, { clientId });
    const count = affected ?? 0;
    if (count === 0) return 0;
    change.end({ kind: 'client', subject: clientId });
    change.record({ type: 'authorizations.ended', clientId, details: { count } });
    return count;
  }

  private async end(change: Change, grant: Grant, only: FindOptionsWhere<Grant> = {}): Promise<boolean> {
    const { affected } = await change.manager.delete(Grant, { id: grant.id, ...only });
    if (affected !== 1) return false;
    const { clientId, userId, scopes, trialUntil } = grant;
    change.end({ kind: 'grant', subject: grant.id });
    change.record({
      type: 'authorization.ended',
      clientId,
      userId,
      details: { scopes, ...trialMark(trialUntil !== null) },
    });
    return true;
  }

  /** The row of person and client, there already or new, held until the change is through. */
  private async rowFor(
    { manager, now }: Change,
    yes: Pick<Grant, 'clientId' | 'userId' | 'scopes'>,
    trialUntil: number | null = null,
  ): Promise<Grant> {
    const { clientId, userId } = yes;
    for (;;) {
      const id = randomBytes(16).toString('hex');
      const fresh = { id, ...yes, createdAt: now, updatedAt: now, lastUsedAt: null, trialUntil };
      await manager.createQueryBuilder().insert().into(Grant).values(fresh).orIgnore().execute();
      const grant = await manager.findOne(Grant, {
        where: { clientId, userId },
        ...rowLock(manager, 'pessimistic_write'),
      });
      if (grant) return grant; // else it was withdrawn between the two statements
    }
  }
}
