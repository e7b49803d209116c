import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { inOrder } from 'nestjs-drawbridge/scopes';
import { DataSource } from 'typeorm';
import { EndingWatch } from '../endings/ending-watch.service.js';
import { type Change } from '../events/changes.service.js';
import { Grant } from '../grants/grant.entity.js';
import { rowLock } from '../storage/row-lock.js';
import { HourlyUsage } from '../usage/hourly-usage.entity.js';
import { RefusalUsage } from '../usage/refusal-usage.entity.js';
import { RouteUsage } from '../usage/route-usage.entity.js';
import { SecretUse } from '../usage/secret-use.entity.js';
import { DailyUsage } from '../usage/usage.entity.js';
import { ClientSecret } from './client-secret.entity.js';
import { Client } from './client.entity.js';
import { type ClientLifetimes } from './lifetimes.service.js';

/** What an administrator decides about a client. */
export type ClientSettings = ClientLifetimes &
  Pick<Client, 'name' | 'type' | 'scopes' | 'redirectUris' | 'pkceRequired' | 'plainPkceAllowed' | 'enabled'> &
  Pick<Client, 'mayIntrospectAll' | 'rememberConsent'>;

/** The life of a client record. Checks of what a person typed are made before, by the form that took it. */
@Injectable()
export class Clients {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(EndingWatch) private readonly endings: EndingWatch,
  ) {}

  /**
   * A text that is another one after any client was registered, changed or removed, on any node: for what is costly to find out
   * about all of them, and may be kept until then. Costs a look that many share.
   */
  async revision(): Promise<string> {
    await this.endings.look();
    const { age, newest } = this.endings.known.revisionOf('client');
    return `${age.toString()}.${newest.toString()}`;
  }

  /** The client with this id, or `null`. */
  async find(id: string): Promise<Client | null> {
    return this.dataSource.manager.findOneBy(Client, { id });
  }

  /** The same, and nobody changes or deletes it until the change is through. */
  async hold({ manager }: Change, id: string): Promise<Client | null> {
    return manager.findOne(Client, { where: { id }, ...rowLock(manager, 'pessimistic_read') });
  }

  /** Registers a client under a new id of 128 random bits. It has no secret yet. */
  async register(change: Change, settings: ClientSettings): Promise<Client> {
    const client = change.manager.create(Client, {
      ...this.normal(settings),
      id: randomBytes(16).toString('hex'),
      createdBy: change.actor.userId,
      createdAt: change.now,
      updatedAt: change.now,
      lastUsedAt: null,
    });
    await change.manager.insert(Client, client);
    change.end({ kind: 'client', subject: client.id }); // nothing ends, but what is known of all clients
    return client;
  }

  /** Replaces the settings of a client. What was issued stays, but never reaches further than they allow now. */
  async update(change: Change, id: string, settings: ClientSettings): Promise<void> {
    await change.manager.update(Client, { id }, { ...this.normal(settings), updatedAt: change.now });
    change.end({ kind: 'client', subject: id });
  }

  /** Removes a client with its secrets and grants; every code and token of it is dead with that. */
  async remove(change: Change, id: string): Promise<void> {
    await change.manager.delete(Client, { id });
    const secrets = await change.manager.find(ClientSecret, { where: { clientId: id }, select: { id: true } });
    await change.manager.delete(ClientSecret, { clientId: id });
    for (const secret of secrets) await change.manager.delete(SecretUse, { secretId: secret.id });
    await change.manager.delete(Grant, { clientId: id });
    for (const usage of [DailyUsage, HourlyUsage, RouteUsage, RefusalUsage])
      await change.manager.delete(usage, { clientId: id });
    change.end({ kind: 'client', subject: id });
  }

  private normal(settings: ClientSettings): ClientSettings {
    const scopes = inOrder(settings.scopes);
    if (settings.type === 'confidential') return { ...settings, scopes };
    const without = { plainPkceAllowed: false, mayIntrospectAll: false, rememberConsent: false };
    return { ...settings, ...without, pkceRequired: true, scopes };
  }
}
