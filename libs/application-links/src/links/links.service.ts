import { randomBytes } from 'node:crypto';
import { ForbiddenException, Inject, Injectable, NotFoundException } from '@nestjs/common';
import { type Change, Changes, Clients, ClientSecrets, Grants, phrased } from 'nestjs-drawbridge/oauth-provider';
import { type Scope, suffices } from 'nestjs-drawbridge/scopes';
import { type Administrator } from '../administrators/administrator.js';
import { InvalidLinkException } from '../form/invalid-link.exception.js';
import { type CheckedLink } from '../form/link-form.js';
import { say } from '../words/link-words.js';
import { ApplicationLink } from './application-link.entity.js';
import { linkDiff } from './link-diff.js';
import { LinkLookup } from './link-lookup.service.js';
import { nameKeyOf } from './link-name.js';
import { type LinkSettings, settingsOf } from './link-settings.js';
import { NameTakenException } from './name-taken.exception.js';

/** A link that was just made, with the only secret it has; `null` for a public client. */
export interface NewLink {
  readonly link: ApplicationLink;
  readonly clientSecret: string | null;
}

/** The life of a link: an application that an administrator lets in. */
@Injectable()
export class LinksService {
  constructor(
    @Inject(LinkLookup) private readonly lookup: LinkLookup,
    @Inject(Changes) private readonly changes: Changes,
    @Inject(Clients) private readonly clients: Clients,
    @Inject(ClientSecrets) private readonly secrets: ClientSecrets,
    @Inject(Grants) private readonly grants: Grants,
  ) {}

  /**
   * Lets an application in: client, secret and link in one step.
   *
   * @throws NameTakenException, and ForbiddenException for scopes above the administrator's own
   */
  async create(by: Administrator, wanted: CheckedLink): Promise<NewLink> {
    refuseAbove(by.ceiling, wanted.scopes);
    return this.underOwnName(wanted.name, null, async () =>
      this.changes.make(by.actor, async (change) => this.insert(change, by, wanted)),
    );
  }

  /**
   * Replaces the settings of a link.
   *
   * @throws StaleLinkException when the link is not at `wanted.version` any more, NameTakenException,
   * InvalidLinkException for another client type, NotFoundException, and ForbiddenException as for {@link create}
   */
  async update(by: Administrator, id: string, wanted: CheckedLink): Promise<ApplicationLink> {
    refuseAbove(by.ceiling, wanted.scopes);
    const done = await this.underOwnName(wanted.name, id, async () =>
      this.changes.make(by.actor, async (change) => this.replace(change, by, id, wanted)),
    );
    if (!done) throw await this.lookup.staleness(id);
    return this.lookup.find(id);
  }

  /** Lets a link rest, or work again, and changes nothing else. @throws NotFoundException, StaleLinkException */
  async setEnabled(by: Administrator, id: string, enabled: boolean): Promise<ApplicationLink> {
    const link = await this.lookup.find(id);
    return this.update(by, id, {
      ...settingsOf(link),
      clientType: link.client.type,
      version: link.version,
      enabled,
    });
  }

  /** Removes a link. When this is through, every authorization, code and token of it is dead. @throws NotFoundException */
  async remove(by: Administrator, id: string): Promise<void> {
    const { client } = await this.lookup.find(id);
    await this.changes.make(by.actor, async (change) => {
      const { affected } = await change.manager.delete(ApplicationLink, { id });
      if (affected !== 1) throw phrased(NotFoundException, say('link.goneAlready'));
      await this.grants.endAll(change, client.id);
      await this.clients.remove(change, client.id);
      const { name, scopes, redirectUris } = client;
      change.record({ type: 'link.deleted', clientId: client.id, details: { name, scopes, redirectUris } });
    });
  }

  private async insert(change: Change, by: Administrator, wanted: CheckedLink): Promise<NewLink> {
    const { clientType: type, version, description, ...settings } = wanted;
    const { name } = settings;
    if (await this.lookup.isNameTaken(name, null, change.manager)) throw new NameTakenException();
    const client = await this.clients.register(change, { ...settings, type });
    const secret = type === 'confidential' ? (await this.secrets.create(change, client.id)).secret : null;
    const link = change.manager.create(ApplicationLink, {
      id: randomBytes(16).toString('hex'),
      clientId: client.id,
      nameKey: nameKeyOf(name),
      description,
      version,
      createdAt: change.now,
      updatedBy: change.actor.userId,
      updatedAt: change.now,
    });
    await change.manager.insert(ApplicationLink, link);
    const details = { ...settings, clientType: type, pkceRequired: client.pkceRequired };
    change.record({ type: 'link.created', clientId: client.id, details });
    return { link: Object.assign(link, { client }), clientSecret: secret };
  }

  /** Answers `false` when the link has another version. */
  private async replace(change: Change, by: Administrator, id: string, wanted: CheckedLink): Promise<boolean> {
    const link = await this.lookup.find(id, change.manager);
    const { client } = link;
    const { clientType: type, version, description, ...given } = wanted;
    if (type !== client.type) {
      throw new InvalidLinkException([{ field: 'clientType', phrase: say('problem.clientType.changed') }]);
    }
    if (await this.lookup.isNameTaken(wanted.name, id, change.manager)) throw new NameTakenException();
    const { affected } = await change.manager.update(
      ApplicationLink,
      { id, version },
      {
        nameKey: nameKeyOf(wanted.name),
        description,
        version: version + 1,
        updatedBy: change.actor.userId,
        updatedAt: change.now,
      },
    );
    if (affected !== 1) return false;
    const settings = { ...given, pkceRequired: given.pkceRequired || type === 'public' };
    await this.clients.update(change, client.id, { ...settings, type });
    this.record(change, by, { clientId: client.id, before: settingsOf(link), after: { ...settings, description } });
    return true;
  }

  private record(
    change: Change,
    by: Administrator,
    { clientId, before, after }: { clientId: string; before: LinkSettings; after: LinkSettings },
  ): void {
    const diff = linkDiff({ ...before, enabled: after.enabled }, after);
    if (diff) change.record({ type: 'link.updated', clientId, details: { ...diff } });
    if (before.enabled !== after.enabled) {
      change.record({
        type: after.enabled ? 'link.enabled' : 'link.disabled',
        clientId,
        details: { name: after.name },
      });
    }
  }

  /** Two who take the same name at once meet at the database's unique index; the second one is told so. */
  private async underOwnName<T>(name: string, id: string | null, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Error && error.name === 'QueryFailedError' && (await this.lookup.isNameTaken(name, id))) {
        throw new NameTakenException();
      }
      throw error;
    }
  }
}

function refuseAbove(ceiling: Scope, scopes: readonly Scope[]): void {
  const above = scopes.find((scope) => !suffices(ceiling, scope));
  if (above) throw phrased(ForbiddenException, say('link.aboveYou', { scope: above }));
}
